package dev.tidegate.migration;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A session's advisory lock on a connection of its own. The connection commits each statement and
 * is idle in between, so it holds neither a snapshot nor a transaction that CREATE INDEX
 * CONCURRENTLY or VACUUM would wait for; that is also why it asks again and again instead of
 * waiting in the server. Advisory locks are the database's own, so the key says only the schema.
 *
 * <p>https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
final class PostgresDeployLock extends DeployLock {
  private static final String HOLDER =
      """
      SELECT l.pid, coalesce(a.application_name, ''), coalesce(a.usename, ''),
        to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'
      FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND (l.classid::bigint << 32 | l.objid::bigint) = ?
      """;

  private static final String MINE =
      """
      SELECT 1 FROM pg_locks l
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.pid = pg_backend_pid()
        AND (l.classid::bigint << 32 | l.objid::bigint) = ?
      """;

  /** How long a question to a server that is not there any more may take. */
  private static final int ANSWER_MILLIS = 10_000;

  private final ConnectionSettings settings;
  private final long key;
  private Connection connection;

  private PostgresDeployLock(ConnectionSettings settings, long key) throws SQLException {
    this.settings = settings;
    this.key = key;
    this.connection = connect(settings);
  }

  static PostgresDeployLock open(ConnectionSettings settings, Optional<String> schema)
      throws SQLException {
    return new PostgresDeployLock(settings, key(schema.orElse("")));
  }

  private static Connection connect(ConnectionSettings settings) throws SQLException {
    var connection = Connections.open(settings);
    try (var statement = connection.createStatement()) {
      // Long deploys leave it idle; without this the server may end it meanwhile.
      statement.execute("SET application_name = 'tidegate deploy'; SET idle_session_timeout = 0");
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  private static long key(String schema) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(("tidegate deploy\n" + schema).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(bytes).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  boolean tryTake() throws SQLException {
    try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, key);
      try (var rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  /** An error of any kind is a lock that cannot be relied on. */
  @Override
  boolean isHeld() {
    try (var statement = connection.prepareStatement(MINE)) {
      statement.setLong(1, key);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException gone) {
      return false;
    }
  }

  @Override
  boolean takeAgain() throws SQLException {
    close();
    connection = connect(settings);
    return tryTake();
  }

  @Override
  String holder() throws SQLException {
    try (var statement = connection.prepareStatement(HOLDER)) {
      statement.setLong(1, key);
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? "pid %d, `%s`, user %s, since %s"
                .formatted(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getString(4))
            : "it has just ended";
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // Then the server has given the lock back already.
    }
  }
}
