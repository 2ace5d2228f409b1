package dev.tidegate.copy;

import dev.tidegate.jdbc.ConnectionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of a SQLite database and those that may lie beside it. */
final class SqliteFile {
  private SqliteFile() {}

  /** The file behind a URL, and behind a link to it: a journal lies beside the file itself. */
  static Path of(ConnectionSettings settings) {
    var file = Path.of(settings.url().database());
    try {
      return Files.exists(file) ? file.toRealPath() : file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether a write was cut short and its journal waits to be rolled back. A journal that was
   * finished is absent, empty, or starts with zeros.
   *
   * @see <a href="https://www.sqlite.org/fileformat2.html#the_rollback_journal">The Rollback
   *     Journal</a>
   */
  static boolean hasHotJournal(Path file) {
    var journal = beside(file, "-journal");
    try (var in = Files.exists(journal) ? Files.newInputStream(journal) : null) {
      return in != null && in.read() > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is a database: a file that is not empty. */
  static boolean exists(Path file) {
    return size(file) > 0;
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
