package dev.tidegate.translate;

/** An expression outside of what both databases say alike; it is named in a note. */
final class NotTranslatableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotTranslatableException(String message) {
    super(message);
  }
}
