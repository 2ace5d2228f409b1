package dev.tidegate.copy;

import java.sql.Connection;
import java.sql.SQLException;

/** Settings on which the text form of values depends, made the same on every connection. */
final class PostgresSession {
  private PostgresSession() {}

  /** Settles them for the transaction that is open. */
  static void settle(Connection connection) throws SQLException {
    Sql.execute(
        connection,
        """
        SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';
        SET LOCAL IntervalStyle = 'postgres'; SET LOCAL bytea_output = 'hex';
        SET LOCAL extra_float_digits = 3; SET LOCAL xmloption = 'content'
        """);
  }
}
