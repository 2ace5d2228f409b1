package dev.tidegate.copy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows by binary COPY. */
final class PostgresRowWriter implements RowWriter {
  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] END = {-1, -1};
  private static final int FULL = 1 << 16;

  private final CopyIn copy;
  private final byte[] buffer = new byte[FULL];
  private int size;

  PostgresRowWriter(Connection connection, String copyStatement) throws SQLException {
    copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copyStatement);
    copy.writeToCopy(SIGNATURE, 0, SIGNATURE.length);
    copy.writeToCopy(new byte[2 * Integer.BYTES], 0, 2 * Integer.BYTES);
  }

  @Override
  public void write(EncodedRow row) throws SQLException {
    if (row.size() > FULL - size) {
      flush();
    }
    if (row.size() > FULL) {
      copy.writeToCopy(row.bytes(), 0, row.size());
    } else {
      System.arraycopy(row.bytes(), 0, buffer, size, row.size());
      size += row.size();
    }
  }

  @Override
  public void finish() throws SQLException {
    flush();
    copy.writeToCopy(END, 0, END.length);
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void flush() throws SQLException {
    if (size > 0) {
      copy.writeToCopy(buffer, 0, size);
      size = 0;
    }
  }
}
