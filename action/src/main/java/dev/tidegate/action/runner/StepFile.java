package dev.tidegate.action.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A file of names and values that the runner reads after the step: {@code GITHUB_OUTPUT} and {@code
 * GITHUB_ENV}. A value ends at a word that nobody knows, so that no value can add a name.
 */
public final class StepFile {
  /** More than that the runner refuses, and the job with it. */
  static final int LONGEST = 1 << 20;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final Path file;
  private final Secrets secrets;
  private final Supplier<String> words;

  /** The file that the environment names. */
  public StepFile(Path file, Secrets secrets) {
    this(file, secrets, RandomWords.words());
  }

  StepFile(Path file, Secrets secrets, Supplier<String> words) {
    this.file = file;
    this.secrets = secrets;
    this.words = words;
  }

  /** Adds a value, in which secrets are masked; one of more than 1 MiB is refused. */
  public void put(String name, String value) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of an output: " + name);
    }
    var masked = secrets.mask(value);
    if (masked.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new IllegalArgumentException("the value of output " + name + " is beyond 1 MiB");
    }
    var word = words.get();
    while (masked.contains(word)) {
      word = words.get();
    }
    Files.writeString(
        file,
        name + "<<" + word + "\n" + masked + "\n" + word + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
