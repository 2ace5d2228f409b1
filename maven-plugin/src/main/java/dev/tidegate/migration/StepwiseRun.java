package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What migrations that run statement by statement have in common.
 *
 * @param product which database
 * @param retries what is tried again, and when
 * @param recorder notes what goes well
 * @param resumeAt what somebody said about a statement of which nobody saw the end
 */
record StepwiseRun(
    Product product, Retries retries, RunRecorder recorder, Optional<ResumePoint> resumeAt) {

  /** A file as it is. */
  String text(String path) {
    try {
      return Files.readString(Path.of(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw MigrationProblems.unreadableAtItsTurn(Path.of(path), String.valueOf(e.getMessage()))
          .exception(e);
    }
  }
}
