package dev.tidegate.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pairs of schemas in a folder: every folder below it that holds {@code from.sql} and {@code
 * to.sql}.
 */
record Pairs(Path root, List<Path> folders) {
  private static final Pattern CREATED_ROLE =
      Pattern.compile(
          "\\bCREATE\\s+ROLE\\s+\\w+(\\s+(NO)?(LOGIN|SUPERUSER|INHERIT|BYPASSRLS))*\\s*;",
          Pattern.CASE_INSENSITIVE);

  Pairs {
    folders = List.copyOf(folders);
  }

  /** Finds them; {@code filter} is a regular expression that part of their name must match. */
  static Pairs in(Path root, String filter) throws IOException {
    var wanted = Pattern.compile(filter);
    try (var paths = Files.walk(root)) {
      var folders =
          paths
              .filter(path -> Files.isRegularFile(path.resolve("from.sql")))
              .filter(path -> Files.isRegularFile(path.resolve("to.sql")))
              .filter(path -> wanted.matcher(root.relativize(path).toString()).find())
              .sorted()
              .toList();
      return new Pairs(root, folders);
    }
  }

  String name(Path folder) {
    return root.relativize(folder).toString().replace('\\', '/');
  }

  /**
   * The statements that create roles, in all files. Roles are the server's and not a database's:
   * two files that create one at the same moment would be in each other's way.
   */
  List<String> createdRoles() throws IOException {
    var statements = new java.util.TreeSet<String>();
    for (var folder : folders) {
      for (var name : List.of("from.sql", "to.sql")) {
        CREATED_ROLE
            .matcher(Files.readString(folder.resolve(name)))
            .results()
            .forEach(found -> statements.add(found.group()));
      }
    }
    return List.copyOf(statements);
  }

  /** The files of one pair that are there. */
  static String read(Path folder, String name) throws IOException {
    var file = folder.resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  static Stream<String> directions() {
    return Stream.of("forth", "back");
  }
}
