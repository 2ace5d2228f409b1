package dev.tidegate.command;

import dev.tidegate.guard.Ways;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the databases that the parameter {@code targets} names. A query, or a {@code .sql} file
 * with one, returns words; any other file has one a line, {@code #} begins a comment. A word is
 * {@code schema:NAME}, {@code database:NAME} or a database URL; without a prefix, a query's column
 * named {@code schema} or {@code database} says which.
 */
final class FleetTargets {
  private static final Pattern QUERY = Pattern.compile("(?is)\\s*(select|with|values|table)\\b.*");
  private static final String SCHEMA = "schema:";
  private static final String DATABASE = "database:";

  private final FleetRequest request;
  private final List<String> bad = new ArrayList<>();
  private @Nullable ConnectionSettings main;

  FleetTargets(FleetRequest request) {
    this.request = request;
  }

  /**
   * A word and the place where it stands.
   *
   * @param row whether a query returned it
   */
  private record Word(String text, String place, boolean row) {}

  /**
   * All targets, in the order in which they were named.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2501 for words that name none and for one
   *     that is named twice, TG-2502 if there is none
   */
  List<FleetTarget> find() {
    var words = words();
    if (words.isEmpty()) {
      throw FleetProblems.noTargets(request.targets()).exception();
    }
    var targets = new ArrayList<FleetTarget>();
    var places = new HashMap<List<Object>, String>();
    var names = new HashMap<String, String>();
    for (var word : words) {
      var target = target(word);
      if (target.isPresent()) {
        var before = places.putIfAbsent(target.get().place(), word.place());
        var named = names.putIfAbsent(target.get().name(), word.place());
        if (before != null || named != null) {
          var first = before != null ? before : named;
          bad.add(word.place() + ": " + target.get().name() + " is a target already, " + first);
        }
        targets.add(target.get());
      }
    }
    if (!bad.isEmpty()) {
      throw FleetProblems.targetsNotUnderstood(bad).exception();
    }
    return targets;
  }

  private List<Word> words() {
    if (QUERY.matcher(request.targets()).matches()) {
      return answers(request.targets());
    }
    var path = request.workspace().folder().resolve(request.targets());
    var text = read(path);
    return path.toString().endsWith(".sql") ? answers(text) : lines(path, text);
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw FleetProblems.noFile(path, e).exception(e);
    }
  }

  private static List<Word> lines(Path path, String text) {
    var words = new ArrayList<Word>();
    var number = 0;
    for (var line : text.lines().toList()) {
      number++;
      var word = line.strip();
      if (!word.isEmpty() && !word.startsWith("#")) {
        words.add(new Word(word, path.getFileName() + " line " + number, false));
      }
    }
    return words;
  }

  private List<Word> answers(String query) {
    var settings = main().forReading();
    try (var connection = Connections.open(settings);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      if (rows.getMetaData().getColumnCount() != 1) {
        throw FleetProblems.oneColumn(rows.getMetaData().getColumnCount()).exception();
      }
      var label = rows.getMetaData().getColumnLabel(1).toLowerCase(Locale.ROOT) + ":";
      var prefix = label.equals(SCHEMA) || label.equals(DATABASE) ? label : "";
      var words = new ArrayList<Word>();
      while (rows.next()) {
        var text = Optional.ofNullable(rows.getString(1)).orElse("");
        words.add(
            new Word(prefix.isEmpty() ? text : prefix + text, "row " + (words.size() + 1), true));
      }
      return words;
    } catch (SQLException e) {
      throw FleetProblems.queryRefused(settings, e).exception(e);
    }
  }

  private Optional<FleetTarget> target(Word word) {
    var text = word.text();
    if (text.startsWith(SCHEMA)) {
      return relative(word, text.substring(SCHEMA.length()).strip(), true);
    }
    if (text.startsWith(DATABASE)) {
      return relative(word, text.substring(DATABASE.length()).strip(), false);
    }
    if (!DatabaseUrl.looksLikeOne(text)) {
      bad.add(word.place() + ": neither schema:NAME, nor database:NAME, nor a database URL");
      return Optional.empty();
    }
    var databases = request.databases();
    var settings =
        (word.row() ? databases.ofRow() : databases.other())
            .apply(text, "targets, " + word.place());
    var url = settings.url();
    var name =
        url.product() == Product.SQLITE
            ? relativePath(Path.of(url.database()))
            : url.host() + ":" + url.port() + "/" + url.database() + schemaOf(url);
    return Optional.of(new FleetTarget(name, settings, Optional.empty()));
  }

  private String relativePath(Path file) {
    var folder = request.workspace().folder();
    return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
  }

  private static String schemaOf(DatabaseUrl url) {
    return url.schemas().isEmpty() ? "" : "?schema=" + String.join(",", url.schemas());
  }

  private Optional<FleetTarget> relative(Word word, String name, boolean schema) {
    if (name.isEmpty() || main().product() == Product.SQLITE || (schema && name.contains(","))) {
      bad.add(
          word.place()
              + (main().product() == Product.SQLITE
                  ? ": " + word.text() + " needs a url of PostgreSQL"
                  : ": " + word.text() + " names none"));
      return Optional.empty();
    }
    var origin = main().origin() + " and targets, " + word.place();
    var settings = schema ? inSchema(main(), name, origin) : atDatabase(main(), name, origin);
    return Optional.of(
        new FleetTarget(name, settings, schema ? Optional.of(name) : Optional.empty()));
  }

  static ConnectionSettings inSchema(ConnectionSettings main, String name, String origin) {
    var parameters = new TreeMap<>(main.url().parameters());
    parameters.remove("currentSchema");
    parameters.put("schema", name);
    return with(main, main.url().database(), parameters, origin);
  }

  private static ConnectionSettings atDatabase(
      ConnectionSettings main, String name, String origin) {
    return with(main, name, new TreeMap<>(main.url().parameters()), origin);
  }

  private static ConnectionSettings with(
      ConnectionSettings main,
      String database,
      SortedMap<String, String> parameters,
      String origin) {
    var url = main.url();
    return new ConnectionSettings(
        new DatabaseUrl(
            url.product(),
            url.host(),
            url.port(),
            database,
            url.user(),
            url.password(),
            parameters),
        main.user(),
        main.password(),
        origin,
        main.readOnly());
  }

  /** Past its pooler where another way is named, once both were asked whether they are one. */
  private ConnectionSettings main() {
    if (main == null) {
      var named = request.databases().main().get();
      var direct = request.databases().direct().get();
      main = direct.isEmpty() ? named : Target.past(new Ways(named, direct));
    }
    return main;
  }
}
