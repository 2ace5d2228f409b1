package dev.tidegate.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the rows of what {@code COPY … TO STDOUT} has written, and so reads all of it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">File Formats</a>
 */
final class CopyStream {
  private static final int HEADER = 11 + 4;

  private CopyStream() {}

  static long rows(InputStream in, boolean binary) throws IOException {
    return binary ? binaryRows(new DataInputStream(in)) : textRows(in);
  }

  private static long binaryRows(DataInputStream in) throws IOException {
    var buffer = new byte[1 << 16];
    pass(in, HEADER, buffer);
    pass(in, in.readInt(), buffer);
    var rows = 0L;
    for (var fields = in.readShort(); fields >= 0; fields = in.readShort()) {
      for (var i = 0; i < fields; i++) {
        var length = in.readInt();
        pass(in, length, buffer); // -1 is null
      }
      rows++;
    }
    if (in.read() >= 0) {
      throw new EOFException("there is more after the trailer");
    }
    return rows;
  }

  /** Reads so many bytes and does not skip them: what is skipped is left out of a digest. */
  private static void pass(DataInputStream in, int length, byte[] buffer) throws IOException {
    for (var left = length; left > 0; ) {
      var some = Math.min(left, buffer.length);
      in.readFully(buffer, 0, some);
      left -= some;
    }
  }

  /** Line ends within values are escaped. */
  private static long textRows(InputStream in) throws IOException {
    var buffer = new byte[1 << 16];
    var rows = 0L;
    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      for (var i = 0; i < read; i++) {
        rows += buffer[i] == '\n' ? 1 : 0;
      }
    }
    return rows;
  }
}
