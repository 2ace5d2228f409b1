package dev.tidegate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the checkout, for tests that hold documents against code. */
final class Repository {
  private Repository() {}

  /** A file by its path from the root of the checkout. */
  static Path file(String path) {
    return root().resolve(path);
  }

  /** The text of a file, by its path from the root of the checkout. */
  static String text(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    // Surefire says the module's folder; an IDE starts in it
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize().getParent();
  }
}
