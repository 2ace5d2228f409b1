package dev.tidegate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads the rows of a query as PostgreSQL's binary COPY sends them. */
final class BinaryCopyReader implements EncodedReader {
  /** Signature, flags and the length of an extension of the header. */
  private static final int HEADER = 19;

  private final CopyOut copy;
  private byte[] message = {};
  private int at;
  private boolean started;

  BinaryCopyReader(Connection connection, String query) throws SQLException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
  }

  @Override
  public boolean next(EncodedRow row) throws SQLException {
    while (at >= message.length) {
      if (!receive()) {
        return false;
      }
    }
    if (BigEndian.getShort(message, at) < 0) {
      at = message.length;
      return next(row);
    }
    at = row.load(message, at);
    return true;
  }

  /** A row is never split over messages, but the header may share one with the first row. */
  private boolean receive() throws SQLException {
    byte @Nullable [] received = copy.readFromCopy();
    if (received == null) {
      return false;
    }
    message = received;
    at = 0;
    if (!started) {
      started = true;
      at = HEADER + BigEndian.getInt(message, HEADER - Integer.BYTES);
    }
    return true;
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
