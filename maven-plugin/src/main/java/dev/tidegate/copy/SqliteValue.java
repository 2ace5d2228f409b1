package dev.tidegate.copy;

/**
 * The form in which a value for SQLite stands in an {@link EncodedRow}: one byte for its storage
 * class, then a 64-bit integer, the bits of a double, or the bytes.
 */
final class SqliteValue {
  static final int INTEGER = 1;
  static final int REAL = 2;
  static final int TEXT = 3;
  static final int BLOB = 4;

  private SqliteValue() {}

  static void integer(long value, EncodedRow to) {
    to.putByte(INTEGER).putLong(value);
  }

  static void real(double value, EncodedRow to) {
    to.putByte(REAL).putLong(Double.doubleToLongBits(value));
  }

  static void text(byte[] bytes, int offset, int length, EncodedRow to) {
    to.putByte(TEXT).putBytes(bytes, offset, length);
  }

  static void blob(byte[] bytes, int offset, int length, EncodedRow to) {
    to.putByte(BLOB).putBytes(bytes, offset, length);
  }

  /** The value as it is stored, unchanged. */
  static void stored(Cell from, EncodedRow to) {
    switch (from.kind()) {
      case INTEGER -> integer(from.integer(), to);
      case REAL -> real(from.real(), to);
      case TEXT -> text(from.bytes(), from.offset(), from.length(), to);
      case BLOB -> blob(from.bytes(), from.offset(), from.length(), to);
      case NULL, ENCODED -> throw new IllegalStateException("not a stored value: " + from.kind());
    }
  }
}
