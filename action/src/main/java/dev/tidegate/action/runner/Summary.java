package dev.tidegate.action.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The job summary, {@code GITHUB_STEP_SUMMARY}: of a file beyond 1 MiB GitHub shows nothing. */
public final class Summary {
  /** Bytes that a step's summary may have. */
  public static final int LONGEST = 1 << 20;

  private static final String TOO_LONG =
      "The report is too long for a job summary; it is in the log and in the report files.\n";

  private final Path file;
  private final Secrets secrets;

  /** The file that the environment names. */
  public Summary(Path file, Secrets secrets) {
    this.file = file;
    this.secrets = secrets;
  }

  /**
   * Adds Markdown, in which secrets are masked. What would not fit is replaced by a line that says
   * so: half of a document could end within a code block and swallow what follows.
   *
   * @return whether it fitted
   */
  public boolean add(String markdown) throws IOException {
    var text = secrets.mask(markdown) + "\n";
    var fits = fits(text);
    if (fits || fits(TOO_LONG)) {
      Files.writeString(
          file, fits ? text : TOO_LONG, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    return fits;
  }

  private boolean fits(String text) throws IOException {
    var there = Files.exists(file) ? Files.size(file) : 0;
    return there + text.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }
}
