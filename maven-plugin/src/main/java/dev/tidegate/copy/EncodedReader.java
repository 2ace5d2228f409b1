package dev.tidegate.copy;

import java.sql.SQLException;

/** Reads rows back in the form in which the target takes them. */
interface EncodedReader extends AutoCloseable {

  /** Reads the next row into this one; false when there is none. */
  boolean next(EncodedRow row) throws SQLException;

  @Override
  void close() throws SQLException;
}
