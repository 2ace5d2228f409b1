package dev.tidegate.source;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the words that name states.
 *
 * @param folder where relative paths start
 * @param migrations the migrations folder
 * @param schema the declared schema: a path or another word
 * @param target the database behind {@code url}
 */
public record States(
    Path folder, Path migrations, String schema, Optional<ConnectionSettings> target) {
  private static final List<String> WORDS = List.of("empty", "migrations", "schema", "target");
  private static final int NEAR = 2;

  /**
   * The state that a word names. Looks at files, at no database.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1013 if no state is named so, TG-1014 if a
   *     later version will read it, TG-1008 if its file is not there, TG-1001 for {@code target}
   *     without a URL
   */
  public State parse(String word) {
    var text = word.strip();
    if (text.equals("migrations") || text.startsWith("migrations@")) {
      var at = text.indexOf('@');
      var version = at < 0 ? Optional.<String>empty() : Optional.of(text.substring(at + 1));
      return new State.Migrations(folder.resolve(migrations), version);
    }
    return switch (text) {
      case "empty" -> new State.Empty();
      case "schema" -> declared("schema", schema.strip());
      case "target" ->
          new State.Live(text, target.orElseThrow(() -> SourceProblems.noTarget(text).exception()));
      default -> declared(text, text);
    };
  }

  /**
   * A state that is not a key word.
   *
   * @param word the parameter's, for messages
   * @param value names a database, a file or a folder
   */
  private State declared(String word, String value) {
    if (value.equals("jpa") || value.startsWith("jpa:")) {
      throw SourceProblems.notSupported(value, "JPA entities").exception();
    }
    if (value.endsWith(".prisma")) {
      throw SourceProblems.notSupported(value, "Prisma schema files").exception();
    }
    if (DatabaseUrl.looksLikeOne(value)) {
      var url = DatabaseUrl.parse(value, folder);
      return new State.Live(url.display(), ConnectionSettings.of(url, "state " + url.display()));
    }
    var path = folder.resolve(value).normalize();
    if (Files.isDirectory(path)) {
      return folderOf(word, value, path);
    }
    if (Files.exists(path)) {
      return new State.SqlFiles(value, path);
    }
    if (value.endsWith(".sql") || value.contains("/") || word.equals("schema")) {
      throw SourceProblems.missing(word, path).exception();
    }
    throw SourceProblems.notUnderstood(value, near(value)).exception();
  }

  private static State folderOf(String word, String value, Path path) {
    if (holds(path, ".sql")) {
      return new State.SqlFiles(value, path);
    }
    if (holds(path, ".prisma")) {
      throw SourceProblems.notSupported(word, "Prisma schema files").exception();
    }
    throw SourceProblems.noSql(path).exception();
  }

  private static boolean holds(Path folder, String suffix) {
    return !SqlFolder.files(folder, suffix).isEmpty();
  }

  private List<String> near(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    var near = new ArrayList<String>();
    WORDS.stream().filter(known -> distance(known, lower) <= NEAR).forEach(near::add);
    Stream.of(word + ".sql", word + ".db", word + ".sqlite")
        .filter(file -> Files.exists(folder.resolve(file)))
        .forEach(near::add);
    return near;
  }

  /** Levenshtein's: how many characters must be changed. */
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var above = row[j];
        var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
