package dev.tidegate.copy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;

/** Writes rows by INSERT statements of many rows each, the quickest way that SQLite's SQL has. */
final class SqliteRowWriter implements RowWriter {
  private static final int MOST_ROWS = 100;

  /** https://www.sqlite.org/limits.html#max_variable_number */
  private static final int MOST_VARIABLES = 32_766;

  private final Connection connection;
  private final String insert;
  private final int columns;
  private final int rowsAStatement;
  private final PreparedStatement full;
  private final EncodedRow[] waiting;
  private int count;

  /**
   * A writer.
   *
   * @param insert the statement up to and with VALUES
   * @param columns how many there are; at least one
   */
  SqliteRowWriter(Connection connection, String insert, int columns) throws SQLException {
    this.connection = connection;
    this.insert = insert;
    this.columns = columns;
    rowsAStatement = Math.min(MOST_ROWS, Math.max(1, MOST_VARIABLES / columns));
    full = prepare(rowsAStatement);
    waiting = new EncodedRow[rowsAStatement];
    Arrays.setAll(waiting, i -> new EncodedRow(columns));
  }

  @Override
  public void write(EncodedRow row) throws SQLException {
    waiting[count++].load(row.bytes(), 0);
    if (count == rowsAStatement) {
      insert(full);
    }
  }

  @Override
  public void finish() throws SQLException {
    if (count > 0) {
      try (var rest = prepare(count)) {
        insert(rest);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    full.close();
  }

  private PreparedStatement prepare(int rows) throws SQLException {
    var values = "(" + "?,".repeat(columns - 1) + "?)";
    return connection.prepareStatement(insert + (values + ",").repeat(rows - 1) + values);
  }

  private void insert(PreparedStatement statement) throws SQLException {
    var variable = 1;
    for (var row = 0; row < count; row++) {
      for (var field = 0; field < columns; field++) {
        bind(statement, variable++, waiting[row], field);
      }
    }
    statement.executeUpdate();
    count = 0;
  }

  private static void bind(PreparedStatement statement, int variable, EncodedRow row, int field)
      throws SQLException {
    if (row.isNull(field)) {
      statement.setNull(variable, Types.NULL);
      return;
    }
    var bytes = row.bytes();
    var at = row.start(field) + 1;
    var length = row.length(field) - 1;
    switch (bytes[at - 1]) {
      case SqliteValue.INTEGER -> statement.setLong(variable, BigEndian.getLong(bytes, at));
      case SqliteValue.REAL ->
          statement.setDouble(variable, Double.longBitsToDouble(BigEndian.getLong(bytes, at)));
      case SqliteValue.TEXT ->
          statement.setString(variable, new String(bytes, at, length, StandardCharsets.UTF_8));
      default -> statement.setBytes(variable, Arrays.copyOfRange(bytes, at, at + length));
    }
  }
}
