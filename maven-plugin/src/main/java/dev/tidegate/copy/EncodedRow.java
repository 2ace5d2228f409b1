package dev.tidegate.copy;

import java.util.Arrays;

/**
 * One row in the form of PostgreSQL's binary COPY: a 16-bit field count, then for each field a
 * 32-bit length (-1 for null) and its bytes. On the way into SQLite the bytes of a field are those
 * of {@link SqliteValue}. Mutable and used again; not safe for several threads.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, Binary Format</a>
 */
final class EncodedRow {
  private static final int HEADER = 2;

  private byte[] bytes = new byte[1024];
  private final int[] starts;
  private final int[] lengths;
  private int position;
  private int field;

  EncodedRow(int fields) {
    starts = new int[fields];
    lengths = new int[fields];
    begin();
  }

  /** Empties the row. */
  void begin() {
    position = HEADER;
    field = 0;
    bytes[0] = (byte) (starts.length >>> 8);
    bytes[1] = (byte) starts.length;
  }

  /** Makes the next field null. */
  void nullField() {
    putInt(-1);
    starts[field] = position;
    lengths[field++] = -1;
  }

  /** Starts the next field; its bytes follow by the put methods. */
  void beginField() {
    putInt(0);
    starts[field] = position;
  }

  /** Ends the field that was started last. */
  void endField() {
    var length = position - starts[field];
    lengths[field] = length;
    writeInt(starts[field] - Integer.BYTES, length);
    field++;
  }

  EncodedRow putByte(int value) {
    reserve(1);
    bytes[position++] = (byte) value;
    return this;
  }

  EncodedRow putShort(int value) {
    reserve(Short.BYTES);
    bytes[position++] = (byte) (value >>> 8);
    bytes[position++] = (byte) value;
    return this;
  }

  EncodedRow putInt(int value) {
    reserve(Integer.BYTES);
    writeInt(position, value);
    position += Integer.BYTES;
    return this;
  }

  EncodedRow putLong(long value) {
    return putInt((int) (value >>> 32)).putInt((int) value);
  }

  EncodedRow putBytes(byte[] value, int offset, int length) {
    reserve(length);
    System.arraycopy(value, offset, bytes, position, length);
    position += length;
    return this;
  }

  /**
   * Takes over a row in this form.
   *
   * @return where it ends
   */
  int load(byte[] source, int offset) {
    begin();
    var from = offset + HEADER;
    for (var i = 0; i < starts.length; i++) {
      var length = BigEndian.getInt(source, from);
      from += Integer.BYTES;
      if (length < 0) {
        nullField();
      } else {
        beginField();
        putBytes(source, from, length);
        endField();
        from += length;
      }
    }
    return from;
  }

  int fields() {
    return starts.length;
  }

  boolean isNull(int index) {
    return lengths[index] < 0;
  }

  int start(int index) {
    return starts[index];
  }

  /** Bytes of the field, -1 for null. */
  int length(int index) {
    return lengths[index];
  }

  /** The whole row lies in the first {@link #size} bytes. */
  byte[] bytes() {
    return bytes;
  }

  int size() {
    return position;
  }

  private void writeInt(int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }

  private void reserve(int more) {
    if (bytes.length - position < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(position, more)));
    }
  }
}
