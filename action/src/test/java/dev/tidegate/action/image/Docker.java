package dev.tidegate.action.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code docker}. */
final class Docker {
  private static final int MINUTES = 15;

  private Docker() {}

  /**
   * What became of a command.
   *
   * @param exit its exit code, or -1 where there is no such command
   * @param text all that it printed
   */
  record Outcome(int exit, String text) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  static Outcome run(String... arguments) {
    var command = new ArrayList<>(List.of("docker"));
    command.addAll(Arrays.asList(arguments));
    try {
      var output = Files.createTempFile("docker", ".log");
      try {
        return run(command, output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      return new Outcome(-1, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Outcome run(List<String> command, Path output)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command);
    builder.environment().put("DOCKER_BUILDKIT", "1");
    var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " takes longer than " + MINUTES + " minutes");
    }
    return new Outcome(process.exitValue(), Files.readString(output));
  }
}
