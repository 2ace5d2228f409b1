package dev.tidegate;

import dev.tidegate.jdbc.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Commands that Tidegate printed, run as a person would who copies them from the screen. */
public final class ItCommands {
  private ItCommands() {}

  /**
   * Runs a command in a project of {@code it/}, after its own builds.
   *
   * @return what it printed
   * @throws IllegalStateException with what it printed, where it does not succeed
   */
  public static String run(Path project, String command) throws IOException, InterruptedException {
    configure(project);
    var builder = new ProcessBuilder("sh", "-c", command);
    var bin = Path.of(System.getProperty("maven.home")).resolve("bin");
    builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
    var process = builder.directory(project.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " did not succeed:\n" + said);
    }
    return said;
  }

  /**
   * The repositories of the builds before, and the password, which no command that is printed has.
   */
  private static void configure(Path project) throws IOException {
    var password = ItDatabases.settings(project).password().map(Secret::reveal).orElse("");
    var folder = Files.createDirectories(project.resolve(".mvn"));
    var lines =
        List.of(
            "-B",
            "-ntp",
            "-s",
            project.resolveSibling("interpolated-settings.xml").toString(),
            "-Dmaven.repo.local=" + project.getParent().resolveSibling("it-repo"),
            "-Dtidegate.password=" + password);
    Files.write(folder.resolve("maven.config"), lines);
  }
}
