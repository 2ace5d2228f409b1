package dev.tidegate.copy;

import java.sql.SQLException;

/** Writes the rows of one table. Not safe for several threads. */
interface RowWriter extends AutoCloseable {

  /** Writes a row, at the latest when the writer is finished. The row may be used again. */
  void write(EncodedRow row) throws SQLException;

  /** Writes what is still held back. */
  void finish() throws SQLException;

  /** Lets go of everything; what was not finished is as if it had never been written. */
  @Override
  void close() throws SQLException;
}
