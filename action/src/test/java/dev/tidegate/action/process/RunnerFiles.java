package dev.tidegate.action.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files by which the runner and a step talk. */
record RunnerFiles(Path folder) {
  static RunnerFiles create(String event) throws IOException {
    var files = new RunnerFiles(Files.createTempDirectory("runner-"));
    Files.writeString(files.event(), event);
    Files.createFile(files.output());
    Files.createFile(files.summary());
    return files;
  }

  Path event() {
    return folder.resolve("event.json");
  }

  Path output() {
    return folder.resolve("output");
  }

  Path summary() {
    return folder.resolve("summary.md");
  }

  Path log() {
    return folder.resolve("log");
  }
}
