package dev.tidegate.action.maven;

import dev.tidegate.action.runner.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process whose output goes to the log as it comes, and which ends when we are told to. */
final class Child {
  /**
   * A deploy that is told to end stops its statement on the server and says what remains. GitHub
   * gives a cancelled step 7.5 seconds after SIGINT, then sends SIGTERM, and kills it 2.5 seconds
   * later; {@code docker stop} kills after 10 seconds as well. What is left of that is for us.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final int LONGEST_LINE = 1 << 20;
  private static final int KEPT = 40;
  private static final String ERROR = "[ERROR] ";

  private final Process process;
  private final ArrayDeque<String> errors = new ArrayDeque<>();

  private Child(Process process) {
    this.process = process;
  }

  /**
   * What became of a process.
   *
   * @param exit its exit code
   * @param errors the last lines in which Maven said what went wrong
   */
  record Outcome(int exit, List<String> errors) {}

  /** Runs it to its end. */
  static Outcome run(ProcessBuilder builder, Console.Part log) throws IOException {
    var child = new Child(builder.start());
    child.process.getOutputStream().close();
    var stop = new Thread(child::stop, "stop of Maven");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      child.read(log);
      return new Outcome(child.await(), List.copyOf(child.errors));
    } finally {
      child.stop();
      removed(stop);
    }
  }

  private static void removed(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // the hook is running, and finds nothing left to stop
    }
  }

  private void read(Console.Part log) throws IOException {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = nextLine(reader); line.complete() || !line.text().isEmpty(); ) {
        log.line(line.text());
        keep(line.text());
        line = nextLine(reader);
      }
    }
  }

  /** A line, and whether it was ended: the last one may not be. */
  private record Line(String text, boolean complete) {}

  /** What is longer than a line may be is left out, so that no output can fill the memory. */
  private static Line nextLine(Reader reader) throws IOException {
    var text = new StringBuilder();
    var left = false;
    for (var c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        return new Line(ended(text, left), true);
      }
      if (text.length() < LONGEST_LINE) {
        text.append((char) c);
      } else {
        left = true;
      }
    }
    return new Line(ended(text, left), false);
  }

  private static String ended(StringBuilder text, boolean left) {
    // the end of what is left could be the beginning of a secret
    return left ? "[a line of more than " + LONGEST_LINE + " characters was left out]" : text + "";
  }

  private void keep(String line) {
    if (line.startsWith(ERROR)) {
      errors.add(line.substring(ERROR.length()).stripTrailing());
      if (errors.size() > KEPT) {
        errors.removeFirst();
      }
    }
  }

  private int await() throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Maven ran", e);
    }
  }

  /** SIGTERM first: the plugin then cleans up behind itself; what is left after that is killed. */
  private void stop() {
    var others = new ArrayList<>(process.descendants().toList());
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        others.addAll(process.descendants().toList());
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    others.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
