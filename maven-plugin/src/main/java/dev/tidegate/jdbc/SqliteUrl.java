package dev.tidegate.jdbc;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the spellings of SQLite files: a path, {@code file:} with a path or a URI, and options. */
final class SqliteUrl {
  private static final Pattern DRIVE = Pattern.compile("/+[A-Za-z]:[/\\\\].*");

  private SqliteUrl() {}

  /**
   * Reads what follows {@code jdbc:sqlite:}.
   *
   * @param folder relative paths start here
   */
  static DatabaseUrl parse(String rest, Path folder) {
    var uri = rest.startsWith("file:");
    var path = uri ? rest.substring("file:".length()) : rest;
    var question = path.indexOf('?');
    try {
      var parameters = DatabaseUrl.parameters(question < 0 ? "" : path.substring(question + 1));
      var file = question < 0 ? path : path.substring(0, question);
      return new DatabaseUrl(
          Product.SQLITE,
          "",
          0,
          folder
              .resolve(uri ? local(DatabaseUrl.decode(file)) : file)
              .toAbsolutePath()
              .normalize()
              .toString(),
          Optional.empty(),
          Optional.empty(),
          parameters);
    } catch (IllegalArgumentException e) { // a bad escape, or a path that this system cannot have
      throw DatabaseUrl.notUnderstood(rest, String.valueOf(e.getMessage())).exception(e);
    }
  }

  /** {@code file:///a} is {@code /a}, and {@code file:///C:/a} is {@code C:/a}. */
  private static String local(String file) {
    if (DRIVE.matcher(file).matches()) {
      return file.replaceFirst("^/+", "");
    }
    return file.startsWith("///") ? file.substring(2) : file;
  }
}
