package dev.tidegate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.TestPostgres;
import dev.tidegate.scratch.TestSqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Finds every scenario and runs it: on PostgreSQL's oldest and newest major, and on SQLite. {@code
 * -Dtidegate.scenario=NAME} runs one folder only; the name may be a regular expression.
 *
 * <p>Every scenario runs on the major of its goldens. On the oldest and the newest a plain run
 * takes a third of them each, by name; {@code -Dtidegate.scenario=.*} takes all on all.
 */
class ScenarioTest {
  private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
  private static final String ONLY = System.getProperty("tidegate.scenario", "");

  /** The major whose spelling of expressions is golden, where the scenario can run on it. */
  private static final int GOLDEN_VERSION = 17;

  private static final int NEWEST_VERSION = 18;
  private static final int SHARES = 3;

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> postgres17() throws IOException {
    return postgres(17);
  }

  /** The laws hold on every major; only one major's spelling of expressions is golden. */
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> postgres14() throws IOException {
    return postgres(14);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> postgres18() throws IOException {
    return postgres(18);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> sqlite() throws IOException {
    return Stream.concat(
        tests(folders("sqlite"), folder -> Golden.PLAIN, TestSqlite::scratch),
        tests(folders("both"), folder -> Golden.SQLITE, TestSqlite::scratch));
  }

  private interface Server {
    Scratch scratch();
  }

  private interface Goldens {
    Golden of(Path folder) throws IOException;
  }

  private static Stream<DynamicTest> postgres(int major) throws IOException {
    return Stream.concat(
        tests(
            known("postgres", major),
            goldens(major, Golden.PLAIN),
            () -> TestPostgres.server(major)),
        tests(
            known("both", major),
            goldens(major, Golden.POSTGRES),
            () -> TestPostgres.server(major)));
  }

  private static Goldens goldens(int major, Golden golden) {
    return folder -> {
      var oldest = Scenario.oldestVersion(folder);
      var written = oldest > GOLDEN_VERSION ? NEWEST_VERSION : GOLDEN_VERSION;
      return major == written ? golden : Golden.NONE;
    };
  }

  private static Stream<DynamicTest> tests(List<Path> folders, Goldens goldens, Server server) {
    return folders.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getParent().getFileName() + "/" + folder.getFileName(),
                    () -> {
                      assertThat(Scenario.strangers(folder)).isEmpty();
                      new Scenario(folder, goldens.of(folder)).run(server.scratch());
                    }));
  }

  /** The folders of a group whose scenarios this major knows. */
  private static List<Path> known(String group, int major) throws IOException {
    var known = new ArrayList<Path>();
    for (var folder : folders(group)) {
      if (Scenario.oldestVersion(folder) <= major && isItsTurn(folder, major)) {
        known.add(folder);
      }
    }
    return known;
  }

  private static boolean isItsTurn(Path folder, int major) throws IOException {
    var share = Math.floorMod(folder.getFileName().toString().hashCode(), SHARES);
    return !ONLY.isEmpty()
        || major == GOLDEN_VERSION
        || Scenario.oldestVersion(folder) > GOLDEN_VERSION
        || share == major % SHARES;
  }

  private static List<Path> folders(String group) throws IOException {
    try (var found = Files.list(SCENARIOS.resolve(group))) {
      var folders = found.sorted().toList();
      assertThat(folders).as("scenarios in " + group).isNotEmpty();
      return folders.stream()
          .filter(folder -> ONLY.isEmpty() || folder.getFileName().toString().matches(ONLY))
          .toList();
    }
  }
}
