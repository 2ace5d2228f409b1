package dev.tidegate.action.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.github.FakeGitHub;
import dev.tidegate.action.runner.RunnerEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run that may not have ended yet. */
public final class RunningAction {
  private static final int LIMIT_MINUTES = 5;

  private final Process process;
  private final RunnerFiles files;
  private final Path checkout;
  private final SecretForms secrets;
  private final @Nullable FakeGitHub gitHub;
  private final ProcessArguments arguments = new ProcessArguments();

  RunningAction(
      Process process,
      RunnerFiles files,
      Path checkout,
      SecretForms secrets,
      @Nullable FakeGitHub gitHub) {
    this.process = process;
    this.files = files;
    this.checkout = checkout;
    this.secrets = secrets;
    this.gitHub = gitHub;
    arguments.watch(process);
  }

  /** The process. */
  public Process process() {
    return process;
  }

  /** What it printed so far, as it came. */
  public String printed() {
    return read(files.log());
  }

  /** Waits for its end; no secret was seen in anything that it left, or the test fails. */
  public FinishedAction await() {
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("did not end:\n" + printed());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    var read = new RunnerEmulator().reading(printed());
    var finished =
        new FinishedAction(
            process.exitValue(),
            read,
            RunnerEmulator.values(read(files.output())),
            read(files.summary()),
            printed());
    assertNoSecretIsSeen(finished);
    return finished;
  }

  private void assertNoSecretIsSeen(FinishedAction finished) {
    var log =
        finished
            .printed()
            .lines()
            .filter(line -> !line.startsWith("::add-mask::"))
            .collect(Collectors.joining("\n"));
    secrets.assertAbsent("the log", log);
    secrets.assertAbsent("the outputs", read(files.output()));
    secrets.assertAbsent("the summary", finished.summary());
    arguments.seen().forEach(line -> secrets.assertAbsent("a list of processes", line));
    assertThat(arguments.seen()).noneMatch(line -> line.contains("decoy"));
    // our own Java says that it took them up, as in any container; Maven's must not
    assertThat(finished.printed().split(ActionProcess.DECOY, -1)).hasSizeLessThanOrEqualTo(2);
    if (gitHub != null) {
      gitHub
          .repository
          .comments
          .values()
          .forEach(list -> list.forEach(it -> secrets.assertAbsent("a comment", it.toString())));
      gitHub
          .repository
          .issues
          .values()
          .forEach(issue -> secrets.assertAbsent("an issue", issue.toString()));
    }
    assertReportsHoldNoSecret();
  }

  /** Every file of every report folder, whichever directory of the checkout was worked in. */
  private void assertReportsHoldNoSecret() {
    try (var found = Files.walk(checkout)) {
      found
          .filter(file -> file.toString().contains("target/tidegate/"))
          .filter(Files::isRegularFile)
          .forEach(file -> secrets.assertAbsent("report " + file, read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
