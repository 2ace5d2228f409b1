package dev.tidegate.dialect.sqlite;

/** A stored statement that the parsers of this package cannot read; the object is reported. */
final class SqlNotUnderstoodException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SqlNotUnderstoodException(String message) {
    super(message);
  }
}
