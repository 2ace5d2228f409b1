package dev.tidegate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.TestPostgres;
import dev.tidegate.scratch.TestSqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Finds every scenario and runs it: on PostgreSQL's oldest and newest major, and on SQLite. */
class ScenarioTest {
  private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

  @TestFactory
  Stream<DynamicTest> postgres17() throws IOException {
    return Stream.concat(
        tests("postgres", Golden.PLAIN, () -> TestPostgres.server(17)),
        tests("both", Golden.POSTGRES, () -> TestPostgres.server(17)));
  }

  /** The laws hold on every major; only one major's spelling of expressions is golden. */
  @TestFactory
  Stream<DynamicTest> postgres14() throws IOException {
    return Stream.concat(
        tests("postgres", Golden.NONE, () -> TestPostgres.server(14)),
        tests("both", Golden.NONE, () -> TestPostgres.server(14)));
  }

  @TestFactory
  Stream<DynamicTest> postgres18() throws IOException {
    return Stream.concat(
        tests("postgres", Golden.NONE, () -> TestPostgres.server(18)),
        tests("both", Golden.NONE, () -> TestPostgres.server(18)));
  }

  @TestFactory
  Stream<DynamicTest> sqlite() throws IOException {
    return Stream.concat(
        tests("sqlite", Golden.PLAIN, TestSqlite::scratch),
        tests("both", Golden.SQLITE, TestSqlite::scratch));
  }

  private interface Server {
    Scratch scratch();
  }

  private static Stream<DynamicTest> tests(String group, Golden golden, Server server)
      throws IOException {
    var folders = folders(group);
    assertThat(folders).as("scenarios in " + group).isNotEmpty();
    return folders.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    group + "/" + folder.getFileName(),
                    () -> {
                      assertThat(Scenario.strangers(folder)).isEmpty();
                      new Scenario(folder, golden).run(server.scratch());
                    }));
  }

  private static List<Path> folders(String group) throws IOException {
    try (var found = Files.list(SCENARIOS.resolve(group))) {
      return found.sorted().toList();
    }
  }
}
