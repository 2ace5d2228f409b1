package dev.tidegate.backup;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * PostgreSQL at one moment: everything that is read on this connection is as it was then.
 *
 * @see <a href="https://www.postgresql.org/docs/current/transaction-iso.html">REPEATABLE READ</a>
 */
final class Snapshot implements AutoCloseable {
  /** A table's count is one of so many in a query; each is a scan. */
  private static final int COUNTS_IN_A_QUERY = 200;

  private final Connection connection;

  private Snapshot(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes it.
   *
   * @param lockTimeout how long to wait for a table that somebody has locked
   */
  static Snapshot take(ConnectionSettings settings, Optional<Duration> lockTimeout)
      throws SQLException {
    var connection = Connections.open(settings.forReading());
    try {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var snapshot = new Snapshot(connection);
      snapshot.execute(
          "SET LOCAL statement_timeout = 0",
          "SET LOCAL lock_timeout = " + lockTimeout.map(Duration::toMillis).orElse(0L),
          // rows that a policy would hide make it fail and are not left out
          "SET LOCAL row_security = off");
      snapshot.execute(TEXT_FORM);
      return snapshot;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** How values are said in text, so that they are read again as the same, as pg_dump does. */
  static final String[] TEXT_FORM = {
    "SET LOCAL DateStyle = ISO",
    "SET LOCAL IntervalStyle = postgres",
    "SET LOCAL extra_float_digits = 3",
    "SET LOCAL bytea_output = hex",
    "SET LOCAL xmloption = content",
    "SET LOCAL lc_monetary = 'C'"
  };

  Connection connection() {
    return connection;
  }

  void execute(String... statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Rows of each table by its object identifier; partitioned tables have none of their own. */
  Map<Long, Long> count(List<HeldTable> tables) throws SQLException {
    var counts = new HashMap<Long, Long>();
    var left = new ArrayList<>(tables.stream().filter(table -> !table.partitioned()).toList());
    while (!left.isEmpty()) {
      var some = left.subList(0, Math.min(COUNTS_IN_A_QUERY, left.size()));
      var query =
          some.stream()
              .map(it -> "SELECT %d, count(*) FROM ONLY %s".formatted(it.id(), it.sql()))
              .collect(Collectors.joining(" UNION ALL "));
      try (var statement = connection.createStatement();
          var row = statement.executeQuery(query)) {
        while (row.next()) {
          counts.put(row.getLong(1), row.getLong(2));
        }
      }
      some.clear();
    }
    return counts;
  }

  /** The name by which another session can read the same moment, while this is open. */
  String export() throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_export_snapshot()")) {
      row.next();
      return row.getString(1);
    }
  }

  /** The server's version in full, and the major one. */
  Server server() throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT current_setting('server_version'),"
                    + " current_setting('server_version_num')::int / 10000")) {
      row.next();
      return new Server(row.getString(1), row.getInt(2));
    }
  }

  record Server(String version, int major) {}

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
