package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTargetsTest {
  private final Path folder;
  private final Lab lab;

  FleetTargetsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.lab = new Lab(folder, settings("main.db", "a test"));
    Files.createFile(folder.resolve("main.db"));
  }

  private ConnectionSettings settings(String url, String origin) {
    return ConnectionSettings.of(DatabaseUrl.parse(url, folder), origin);
  }

  /** Where the targets came from: rows say so. */
  private List<String> origins(String targets) {
    var databases =
        new FleetRequest.Databases(
            () -> settings("main.db", "a test"),
            Optional::empty,
            (url, place) -> settings(url, "trusted " + place),
            (url, place) -> settings(url, "data of " + place));
    var rollout = new FleetRequest.Rollout(1, "1", false, Optional.empty());
    return new FleetTargets(new FleetRequest(lab.workspace(), targets, databases, rollout))
        .find().stream().map(target -> target.settings().origin()).toList();
  }

  @Test
  void tellsUrlsThatAQueryReturnedFromThoseOfTheProject() {
    assertThat(origins("VALUES ('postgres://elsewhere/app')"))
        .containsExactly("data of targets, row 1");
    lab.file("t.sql", "SELECT 'postgres://elsewhere/app'");
    assertThat(origins("t.sql")).containsExactly("data of targets, row 1");
    lab.file("t.txt", "postgres://elsewhere/app\n");
    assertThat(origins("t.txt")).containsExactly("trusted targets, t.txt line 1");
  }
}
