package dev.tidegate.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * The settings under which the server prints expressions the same way for everybody: names with
 * their name space, constants without regard to place or time. Whatever it changes is undone when
 * it is closed, since nothing outlives the transaction or savepoint that it opens.
 */
final class InspectionSettings implements AutoCloseable {
  // With pg_temp last, no temporary table can stand in for a catalogue.
  // https://www.postgresql.org/docs/current/runtime-config-client.html
  private static final String STABLE_OUTPUT =
      """
      SELECT set_config('search_path', 'pg_catalog, pg_temp', true),
             set_config('quote_all_identifiers', 'off', true),
             set_config('standard_conforming_strings', 'on', true),
             set_config('TimeZone', 'UTC', true),
             set_config('DateStyle', 'ISO, YMD', true),
             set_config('IntervalStyle', 'postgres', true),
             set_config('extra_float_digits', '1', true),
             set_config('bytea_output', 'hex', true),
             set_config('xmlbinary', 'base64', true),
             set_config('lc_monetary', 'C', true),
             set_config('jit', 'off', true)
      """;

  private final Connection connection;
  private final boolean ownTransaction;
  private @Nullable Savepoint savepoint;

  InspectionSettings(Connection connection) throws SQLException {
    this.connection = connection;
    this.ownTransaction = connection.getAutoCommit();
  }

  void apply() throws SQLException {
    if (ownTransaction) {
      connection.setAutoCommit(false);
    } else {
      savepoint = connection.setSavepoint();
    }
    try (var statement = connection.createStatement()) {
      if (ownTransaction) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      }
      statement.execute(STABLE_OUTPUT);
    }
  }

  @Override
  public void close() throws SQLException {
    if (savepoint != null) {
      connection.rollback(savepoint);
      connection.releaseSavepoint(savepoint);
    } else if (ownTransaction && !connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
