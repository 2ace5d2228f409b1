package dev.tidegate.copy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/**
 * Reads rows of SQLite with the storage class of every value and the bytes of every text. JDBC's
 * getters convert silently, so the statement is stepped on the driver's own layer beneath them.
 */
final class SqliteRowReader implements RowReader {
  private static final byte[] NOTHING = {};

  private final PreparedStatement statement;
  private final SafeStmtPtr pointer;
  private final Charset encoding;

  SqliteRowReader(Connection connection, String query) throws SQLException {
    encoding = encoding(connection);
    statement = connection.prepareStatement(query);
    pointer = ((CoreStatement) statement).pointer;
  }

  /** The encoding in which the database keeps text, and hands it out as bytes. */
  static Charset encoding(Connection connection) throws SQLException {
    try (var pragma = connection.createStatement();
        var rows = pragma.executeQuery("PRAGMA encoding")) {
      rows.next();
      return switch (rows.getString(1)) {
        case "UTF-8" -> StandardCharsets.UTF_8;
        case "UTF-16le" -> StandardCharsets.UTF_16LE;
        default ->
            ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN || rows.getString(1).endsWith("be")
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_16LE;
      };
    }
  }

  @Override
  public boolean next(Cell[] row) throws SQLException {
    return pointer.safeRunInt((db, statementPointer) -> step(db, statementPointer, row)) == 1;
  }

  private int step(DB db, long at, Cell[] row) throws SQLException {
    var outcome = db.step(at);
    if (outcome == Codes.SQLITE_DONE) {
      return 0;
    }
    if (outcome != Codes.SQLITE_ROW) {
      db.throwex(outcome);
    }
    for (var i = 0; i < row.length; i++) {
      switch (db.column_type(at, i)) {
        case Codes.SQLITE_INTEGER -> row[i].set(db.column_long(at, i));
        case Codes.SQLITE_FLOAT -> row[i].set(db.column_double(at, i));
        case Codes.SQLITE_TEXT -> text(db.column_blob(at, i), row[i]);
        case Codes.SQLITE_BLOB -> row[i].set(Cell.Kind.BLOB, orNothing(db.column_blob(at, i)));
        default -> row[i].setNull();
      }
    }
    return 1;
  }

  private void text(byte[] bytes, Cell cell) {
    var stored = orNothing(bytes);
    if (!encoding.equals(StandardCharsets.UTF_8)) {
      stored = toUtf8(stored);
    }
    cell.set(Cell.Kind.TEXT, stored);
  }

  /** What is no UTF-16 stays what it is, and is refused as no UTF-8 either by the conversion. */
  private byte[] toUtf8(byte[] stored) {
    try {
      CharBuffer decoded = encoding.newDecoder().decode(ByteBuffer.wrap(stored));
      return decoded.toString().getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return new byte[] {(byte) 0xff};
    }
  }

  /** An empty value has no bytes at all. */
  private static byte[] orNothing(byte[] bytes) {
    return bytes == null ? NOTHING : bytes;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
