package dev.tidegate.action.github;

import java.io.IOException;

/** A body that is longer than may be read. */
final class TooLargeException extends IOException {
  TooLargeException(long limit) {
    super("longer than the %,d bytes that are read".formatted(limit));
  }
}
