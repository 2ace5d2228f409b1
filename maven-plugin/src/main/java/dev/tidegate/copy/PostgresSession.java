package dev.tidegate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings on which the text form of values depends, made the same on every connection. */
final class PostgresSession {
  private PostgresSession() {}

  /** The name spaces to look at; an empty list stands for all. */
  static List<String> schemas(Connection connection, List<String> wanted, boolean all)
      throws SQLException {
    return all || !wanted.isEmpty() ? wanted : PostgresCatalog.searchPath(connection);
  }

  /**
   * Settles them for the transaction that is open.
   *
   * @param lockTimeout how long a statement may wait for a lock; empty for the server's setting
   */
  static void settle(Connection connection, Optional<Duration> lockTimeout) throws SQLException {
    if (lockTimeout.isPresent()) {
      Sql.execute(connection, "SET LOCAL lock_timeout = " + lockTimeout.get().toMillis());
    }
    Sql.execute(
        connection,
        """
        SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';
        SET LOCAL IntervalStyle = 'postgres'; SET LOCAL bytea_output = 'hex';
        SET LOCAL extra_float_digits = 3; SET LOCAL xmloption = 'content'
        """);
  }
}
