package dev.tidegate.action.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds the image and runs it without a network; skipped where Docker or its base images are not
 * to be had.
 */
class ImageIT {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");
  private static final String IMAGE = "tidegate-test";
  private static final long MOST_BYTES = 250_000_000;
  private static final Pattern BASE = Pattern.compile("(?m)^FROM ([\\w./-]+:[\\w.-]+)");

  @TempDir private Path workspace;

  @BeforeAll
  static void build() throws IOException {
    assumeTrue(Docker.run("version").succeeded(), "skipped: no Docker engine answers");
    for (var base : BASE.matcher(Files.readString(ROOT.resolve("Dockerfile"))).results().toList()) {
      var name = base.group(1);
      assumeTrue(
          Docker.run("image", "inspect", name).succeeded() || Docker.run("pull", name).succeeded(),
          "skipped: base image " + name + " cannot be pulled");
    }
    var build = Docker.run("build", "-t", IMAGE, ROOT.toString());
    assertThat(build.succeeded()).as(build.text()).isTrue();
  }

  @BeforeEach
  void aProject() throws IOException {
    var table = "CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL);\n";
    write("src/main/resources/db/migration/V1__users.sql", table);
    write("src/main/db/schema.sql", table);
    // the runner makes these, and reads them afterwards
    write("outputs", "");
    write("summary", "");
  }

  /** What root made in the container, whoever runs the tests may not be able to delete. */
  @AfterEach
  void theContainerDeletesWhatItMade() {
    run(List.of("--entrypoint", "/bin/rm"), "/project", "-rf", "target", ".tidegate");
  }

  @Test
  void saysItsVersion() {
    var run = Docker.run("run", "--rm", "--network", "none", IMAGE, "--version");
    assertThat(run.text().strip()).matches("tidegate-action \\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void isSmall() {
    var size = Docker.run("image", "inspect", "-f", "{{.Size}}", IMAGE).text().strip();
    assertThat(Long.parseLong(size)).isLessThan(MOST_BYTES);
  }

  @Test
  void bringsTheLicencesOfWhatItHolds() {
    var run =
        Docker.run(
            "run", "--rm", "--entrypoint", "/bin/ls", IMAGE, "/opt/tidegate", "/opt/tidegate/java");
    assertThat(run.text().lines()).contains("LICENSE", "NOTICE", "legal");
  }

  @Test
  void reviewsOnPostgresWithoutNetworkAndHome() {
    var review = asGitHub("review");
    assertThat(review.succeeded()).as(review.text()).isTrue();
    assertThat(workspace.resolve("target/tidegate/diff.json")).isRegularFile();
    assertThat(review.text()).doesNotContain("Downloading", "fetching PostgreSQL");
  }

  @Test
  void deploysAndAppliesNothingTwice() throws IOException {
    Files.createFile(workspace.resolve("app.db"));
    Files.copy(Path.of("src/test/resources/events/push.json"), workspace.resolve("push.json"));
    for (var pending : List.of("1", "0")) {
      var deploy =
          asGitHub(
              "deploy",
              "INPUT_URL=app.db",
              "INPUT_APPROVAL=none",
              "GITHUB_REPOSITORY=octo/app",
              "GITHUB_EVENT_NAME=push",
              "GITHUB_EVENT_PATH=/github/workspace/push.json");
      assertThat(deploy.succeeded()).as(deploy.text()).isTrue();
      assertThat(output("applied")).isEqualTo(pending);
    }
  }

  @Test
  void deploysAtContainerStartWithoutGitHub() throws IOException {
    Files.createFile(workspace.resolve("app.db"));
    var deploy =
        run(List.of("-e", "DATABASE_URL=jdbc:sqlite:/project/app.db"), "/project", "deploy");
    assertThat(deploy.succeeded()).as(deploy.text()).isTrue();
    assertThat(deploy.text()).contains("1 of 1 pending migrations applied").doesNotContain("::");
  }

  @Test
  void worksForAUserWhoIsNotRoot() throws IOException {
    Files.setPosixFilePermissions(workspace, PosixFilePermissions.fromString("rwxrwxrwx"));
    var options = List.of("--user", "65534:65534", "-e", "HOME=/tmp");
    var review = run(options, "/project", "review");
    assertThat(review.succeeded()).as(review.text()).isTrue();
  }

  private Docker.Outcome asGitHub(String command, String... variables) {
    var options = new ArrayList<String>();
    for (var variable :
        List.of(
            "HOME=/github/home",
            "GITHUB_ACTIONS=true",
            "GITHUB_WORKSPACE=/github/workspace",
            "GITHUB_OUTPUT=/github/workspace/outputs",
            "GITHUB_STEP_SUMMARY=/github/workspace/summary",
            "INPUT_COMMAND=" + command,
            "INPUT_WORKING-DIRECTORY=.")) {
      options.addAll(List.of("-e", variable));
    }
    Arrays.stream(variables).forEach(variable -> options.addAll(List.of("-e", variable)));
    return run(options, "/github/workspace");
  }

  private Docker.Outcome run(List<String> options, String directory, String... arguments) {
    var words = new ArrayList<>(List.of("run", "--rm", "--network", "none"));
    words.addAll(List.of("-v", workspace + ":" + directory, "--workdir", directory));
    words.addAll(options);
    words.add(IMAGE);
    words.addAll(Arrays.asList(arguments));
    return Docker.run(words.toArray(String[]::new));
  }

  /** The last value of an output: {@code name<<word}, the value, {@code word}. */
  private String output(String name) throws IOException {
    var lines = Files.readAllLines(workspace.resolve("outputs"));
    var value = "";
    for (var number = 0; number < lines.size() - 1; number++) {
      if (lines.get(number).startsWith(name + "<<")) {
        value = lines.get(number + 1);
      }
    }
    return value;
  }

  private void write(String file, String text) throws IOException {
    var path = workspace.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
