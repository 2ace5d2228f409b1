package dev.tidegate.copy;

import java.sql.SQLException;

/** Reads the rows of one table, forward only. Not safe for several threads. */
interface RowReader extends AutoCloseable {

  /**
   * Reads the next row.
   *
   * @param row takes its values; their bytes stay as they are until the next call
   * @return whether there was one
   */
  boolean next(Cell[] row) throws SQLException;

  @Override
  void close() throws SQLException;
}
