package dev.tidegate.copy;

import java.nio.charset.StandardCharsets;

/**
 * One value as a source holds it. Mutable and used again for row after row, so that reading makes
 * no garbage but the bytes themselves. Not safe for several threads.
 */
final class Cell {
  private static final byte[] NOTHING = {};

  /** SQLite's storage classes, and {@code ENCODED}: PostgreSQL's binary form, to be passed on. */
  enum Kind {
    NULL,
    INTEGER,
    REAL,
    TEXT,
    BLOB,
    ENCODED
  }

  private Kind kind = Kind.NULL;
  private long integer;
  private double real;
  private byte[] bytes = NOTHING;
  private int offset;
  private int length;

  Kind kind() {
    return kind;
  }

  long integer() {
    return integer;
  }

  double real() {
    return real;
  }

  /** Where the bytes of a TEXT (UTF-8), BLOB or ENCODED value lie; others have none. */
  byte[] bytes() {
    return bytes;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  void setNull() {
    kind = Kind.NULL;
  }

  void set(long value) {
    kind = Kind.INTEGER;
    integer = value;
  }

  void set(double value) {
    kind = Kind.REAL;
    real = value;
  }

  void setText(String text) {
    set(Kind.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void set(Kind textOrBlob, byte[] value) {
    set(textOrBlob, value, 0, value.length);
  }

  void set(Kind textOrBlob, byte[] value, int from, int size) {
    kind = textOrBlob;
    bytes = value;
    offset = from;
    length = size;
  }

  /** Becomes the same value as the other; bytes are shared. */
  void set(Cell other) {
    kind = other.kind;
    integer = other.integer;
    real = other.real;
    bytes = other.bytes;
    offset = other.offset;
    length = other.length;
  }

  /** The bytes as text; what is no UTF-8 is replaced, so only after a check or for display. */
  String text() {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }

  /** A short form for people: a sample in a message, never longer than a line. */
  String display() {
    return switch (kind) {
      case NULL -> "NULL";
      case INTEGER -> integer + " (INTEGER)";
      case REAL -> real + " (REAL)";
      case TEXT -> Samples.quoted(text()) + " (TEXT)";
      case BLOB, ENCODED -> Samples.hexadecimal(bytes, offset, length) + " (BLOB)";
    };
  }
}
