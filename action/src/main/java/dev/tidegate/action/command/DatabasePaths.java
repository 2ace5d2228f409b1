package dev.tidegate.action.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Paths of a step, made absolute in every spelling in which the plugin takes them. */
final class DatabasePaths {
  private static final List<String> SQLITE = List.of("jdbc:sqlite:", "sqlite:", "file:");

  private DatabasePaths() {}

  /** A file or a directory. */
  static String file(String path, Path directory) {
    return directory.resolve(path).normalize().toString();
  }

  /** A database: a SQLite file in any spelling becomes absolute, all else stays as it is. */
  static String database(String url, Path directory) {
    var lower = url.toLowerCase(Locale.ROOT);
    for (var prefix : SQLITE) {
      if (lower.startsWith(prefix)) {
        var path = url.substring(prefix.length());
        return path.startsWith("/") || path.startsWith(":")
            ? url
            : url.substring(0, prefix.length()) + inFront(path, directory);
      }
    }
    return lower.contains("://") || lower.startsWith("jdbc:") ? url : file(url, directory);
  }

  /**
   * A state word or a query; whatever is there as a file, or is written as a path, is that file.
   */
  static String state(String word, Path directory) {
    if (SQLITE.stream().anyMatch(word.toLowerCase(Locale.ROOT)::startsWith)) {
      return database(word, directory);
    }
    var blank = word.chars().anyMatch(Character::isWhitespace);
    var path = word.contains("/") && !word.contains("://") && !blank;
    return path || (word.indexOf('\0') < 0 && Files.exists(directory.resolve(word)))
        ? file(word, directory)
        : word;
  }

  /** As text: what follows a question mark is no part of the path. */
  private static String inFront(String path, Path directory) {
    return directory + "/" + (path.startsWith("./") ? path.substring(2) : path);
  }
}
