package dev.tidegate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidegate.command.SchemaDiff;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.scratch.Scratch;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One folder of {@code src/test/resources/scenarios}: {@code from.sql} and {@code to.sql}, and
 * optionally {@code rows.sql}, {@code live.sql} (rows that the plan may destroy or fail on), {@code
 * renames.txt} (one a line), {@code problem.txt} (the code that the diff must end in), {@code
 * versions.txt} (the oldest major of PostgreSQL that knows what it is about, {@code 15+}), {@code
 * settings.txt} ({@code privileges=true}, {@code roles=reader,writer} for those that the server has
 * to have) and {@code README.md}. What the diff writes is golden: {@code expected.sql}, {@code
 * hazards.txt}, {@code questions.txt}, {@code probes.txt} (what the probes count in {@code
 * live.sql}); in a folder for both dialects each of these carries the dialect, {@code
 * expected.sqlite.sql}. {@code -Dtidegate.golden=update} rewrites them.
 */
final class Scenario {
  private static final boolean UPDATE = "update".equals(System.getProperty("tidegate.golden"));

  private final Path folder;
  private final Golden golden;

  /** A scenario whose golden files are named so. */
  Scenario(Path folder, Golden golden) {
    this.folder = folder;
    this.golden = golden;
  }

  void run(Scratch scratch) throws IOException, SQLException {
    var renames = read("renames.txt").lines().toList();
    var it =
        new Laws.Case(
            require("from.sql"), require("to.sql"), read("rows.sql"), renames, settings());
    var problem = read("problem.txt").strip();
    if (!problem.isEmpty()) {
      var refused =
          catchThrowableOfType(TidegateException.class, () -> new Laws(scratch).check(it));
      assertThat(refused).isNotNull();
      assertThat(refused.problem().code().id()).isEqualTo(problem);
      return;
    }
    var result = new Laws(scratch).check(it);
    goldens("", result.simple(), scratch);
    if (!result.online().equals(result.simple())) {
      goldens(".online", result.online(), scratch);
    } else {
      golden("expected", ".online.sql", "");
      golden("hazards", ".online.txt", "");
    }
    var live = read("live.sql");
    if (!live.isEmpty()) {
      var counts = new Laws(scratch).counts(it, live, result.simple().statements());
      golden("probes", ".txt", String.join("\n", counts));
    }
    golden(
        "questions",
        ".txt",
        result.simple().questions().stream()
            .map(question -> question.answer() + "\n")
            .collect(Collectors.joining()));
  }

  private Laws.Settings settings() throws IOException {
    var settings = new Properties();
    settings.load(new StringReader(read("settings.txt")));
    assertThat(settings.stringPropertyNames()).isSubsetOf("privileges", "roles");
    return new Laws.Settings(
        Boolean.parseBoolean(settings.getProperty("privileges")),
        Pattern.compile(" *, *")
            .splitAsStream(settings.getProperty("roles", ""))
            .filter(role -> !role.isBlank())
            .toList(),
        read("expand.txt").lines().toList());
  }

  /** The oldest major version of PostgreSQL on which the folder's scenario can run. */
  static int oldestVersion(Path folder) throws IOException {
    var file = folder.resolve("versions.txt");
    return Files.exists(file)
        ? Integer.parseInt(Files.readString(file).strip().replaceFirst("\\+$", ""))
        : 14;
  }

  /** Files that no scenario has: a misspelt one would silently test nothing. */
  static List<String> strangers(Path folder) throws IOException {
    var known =
        "(from|to|rows|live)\\.sql|(renames|problem|versions|expand|settings)\\.txt|README\\.md"
            + "|expected(\\.(postgres|sqlite))?(\\.online)?\\.sql"
            + "|hazards(\\.(postgres|sqlite))?(\\.online)?\\.txt"
            + "|(questions|probes)(\\.(postgres|sqlite))?\\.txt";
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.matches(known))
          .toList();
    }
  }

  private void goldens(String infix, SchemaDiff.Result result, Scratch scratch) throws IOException {
    golden("expected", infix + ".sql", scratch.dialect().renderer().script(result.statements()));
    golden(
        "hazards",
        infix + ".txt",
        result.statements().stream()
            .flatMap(statement -> statement.hazards().stream())
            .map(hazard -> hazard.approval() + (hazard.brief() ? " brief\n" : "\n"))
            .collect(Collectors.joining()));
  }

  private void golden(String name, String suffix, String actual) throws IOException {
    if (golden == Golden.NONE) {
      return;
    }
    var file = folder.resolve(name + golden.infix() + suffix);
    if (UPDATE) {
      if (actual.isBlank()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, actual.stripTrailing() + "\n");
      }
    }
    var expected = Files.exists(file) ? Files.readString(file) : "";
    assertThat(actual.strip()).as(file.toString()).isEqualTo(expected.strip());
  }

  private String require(String name) throws IOException {
    assertThat(folder.resolve(name)).exists();
    return read(name);
  }

  private String read(String name) throws IOException {
    var file = folder.resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
