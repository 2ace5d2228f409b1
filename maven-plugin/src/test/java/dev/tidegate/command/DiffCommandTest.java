package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.report.Console;
import dev.tidegate.report.DiffReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private final Path folder;
  private final List<String> printed = new ArrayList<>();

  DiffCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aLiveDatabaseIsNamedBeforeItIsRead() throws Exception {
    var url = DatabaseUrl.parse("live.db", folder);
    try (var connection = Connections.open(ConnectionSettings.of(url, "a test"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE a (id INTEGER PRIMARY KEY)");
    }

    var report = diff("live.db", "empty", Optional.empty(), Optional.empty());

    assertThat(report.script()).contains("DROP TABLE");
    assertThat(printed).first().asString().contains("database ", "live.db");
  }

  @Test
  void statementsSayWhereTheSchemaTellsOfTheirObjects() throws Exception {
    Files.writeString(folder.resolve("s.sql"), "\nCREATE TABLE t (\n  id int,\n  b int\n);\n");
    Files.writeString(folder.resolve("old.sql"), "CREATE TABLE t (id int); CREATE TABLE u (a);");
    var report = diff("old.sql", "s.sql", Optional.empty(), Optional.empty());
    assertThat(report.statements())
        .extracting(it -> it.object() + " " + it.place().map(p -> p.file() + ":" + p.line()))
        .containsExactlyInAnyOrder("u Optional.empty", "t.b Optional[s.sql:4]");
  }

  @Test
  void sqliteScriptsSayTheirHazards() throws Exception {
    var report = diff(declared(), "empty", Optional.empty(), Optional.empty());

    assertThat(report.script()).contains("-- hazard ").contains("DROP TABLE");
  }

  @Test
  void anOutputThatCannotBeWrittenIsNamed() throws Exception {
    var output = Files.createDirectory(folder.resolve("out.sql"));

    assertThatThrownBy(() -> diff("empty", declared(), Optional.empty(), Optional.of(output)))
        .hasMessageContaining("TG-3008 cannot write " + output)
        .hasMessageContaining("nothing was changed");
  }

  @Test
  void aGateThatWroteTheMigrationSaysSo() throws Exception {
    var report = diff("empty", declared(), Optional.of("first"), Optional.empty());

    assertThat(report.problem().orElseThrow().text())
        .contains("states differ: empty is not")
        .contains("__first.sql was written")
        .doesNotContain("nothing was changed");
  }

  @Test
  void whatIsNotModelledFailsAStrictDiffAndIsNamed() throws Exception {
    var report = diffOfVirtualTables(true);

    assertThat(report.problem().orElseThrow().text())
        .contains("TG-3004 2 objects were not compared")
        .contains("virtual table found (only in ", "new.db)")
        .contains("virtual table words\n")
        .contains("-Dtidegate.strict=false");
    assertThat(report.unmodelled()).containsExactly("virtual table found", "virtual table words");
    assertThat(report.script()).contains("CREATE TABLE b");
    assertThat(folder.resolve("out.sql")).doesNotExist();
  }

  @Test
  void whatIsNotModelledIsOnlyNamedWhenNotStrict() throws Exception {
    var report = diffOfVirtualTables(false);

    assertThat(report.problem()).isEmpty();
    assertThat(report.unmodelled()).containsExactly("virtual table found", "virtual table words");
    assertThat(folder.resolve("out.sql")).content().contains("CREATE TABLE b");
  }

  private DiffReport diffOfVirtualTables(boolean strict) throws Exception {
    database("old.db", "CREATE VIRTUAL TABLE words USING fts5(a)");
    database(
        "new.db",
        "CREATE VIRTUAL TABLE words USING fts5(a)",
        "CREATE VIRTUAL TABLE found USING fts5(a)",
        "CREATE TABLE b (id INTEGER PRIMARY KEY)");
    return new DiffCommand(Clock.systemUTC())
        .run(
            new DiffRequest(
                workspace(),
                "old.db",
                "new.db",
                Optional.of("sqlite"),
                Optional.empty(),
                "timestamp",
                Optional.of(folder.resolve("out.sql")),
                List.of(),
                false,
                new DiffRequest.Demands(strict),
                DiffRequest.Way.standard(),
                Optional.empty()));
  }

  private void database(String name, String... statements) throws Exception {
    var url = DatabaseUrl.parse(name, folder);
    try (var connection = Connections.open(ConnectionSettings.of(url, "a test"));
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  private String declared() throws Exception {
    Files.writeString(folder.resolve("a.sql"), "CREATE TABLE a (id INTEGER PRIMARY KEY);");
    return "a.sql";
  }

  private DiffReport diff(String from, String to, Optional<String> name, Optional<Path> output) {
    return new DiffCommand(Clock.systemUTC())
        .run(
            new DiffRequest(
                workspace(),
                from,
                to,
                Optional.of("sqlite"),
                name,
                "timestamp",
                output,
                List.of(),
                true,
                new DiffRequest.Demands(true),
                DiffRequest.Way.standard(),
                Optional.empty()));
  }

  private Workspace workspace() {
    var scratch =
        new Workspace.ScratchChoice("embedded", Optional.empty(), false, coordinates -> List.of());
    return new Workspace(
        folder, folder.resolve("m"), "schema.sql", List.of(), List.of(), scratch, console());
  }

  private Console console() {
    return new Console() {
      @Override
      public void info(String text) {
        printed.add(text);
      }

      @Override
      public void warn(String text) {
        printed.add(text);
      }
    };
  }
}
