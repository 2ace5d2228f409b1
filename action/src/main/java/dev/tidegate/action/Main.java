package dev.tidegate.action;

import dev.tidegate.action.command.Steps;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program inside the image. */
public final class Main {
  /** Long enough for a deploy that is told to end, and for the comment that says what remains. */
  private static final int PATIENCE_SECONDS = 15;

  private Main() {}

  /**
   * Runs a command and ends the process: with 0 when all went well, 1 when the step failed, 2 for
   * arguments that there are not.
   *
   * @param arguments the command and options; none on GitHub, where inputs say it
   */
  public static void main(String[] arguments) {
    var finished = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> await(finished), "end of the step"));
    var out =
        new PrintStream(
            new FileOutputStream(FileDescriptor.out),
            /* autoFlush= */ true,
            StandardCharsets.UTF_8);
    var home = Path.of(System.getProperty("tidegate.home", "/opt/tidegate")).toAbsolutePath();
    var program = new Steps.Program(home, Version.read());
    try {
      var code = new Options(System.getenv(), out, program).commandLine().execute(arguments);
      finished.countDown();
      System.exit(code);
    } finally {
      finished.countDown();
    }
  }

  /** A signal ends the JVM while the step still says what it did. */
  private static void await(CountDownLatch finished) {
    try {
      var ended = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
