package dev.tidegate.scratch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** PostgreSQL's programs, and the way to start them here. */
record ServerPrograms(PostgresBinaries binaries, Launcher launcher) {

  Platform platform() {
    return binaries.platform();
  }

  String program(String name) {
    return binaries.program(name).toString();
  }

  /** Runs one of them to its end; what it says is thrown when it does not succeed. */
  void run(List<String> command) throws IOException {
    var process = launcher.command(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw ScratchProblems.notStarted(command.get(0) + " did not succeed")
            .withDetail(said.strip())
            .exception();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
