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
