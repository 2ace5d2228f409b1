package dev.tidegate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A run in a process of its own, ended in each way that a run can end. */
class KilledRunTest {
  private static final int INTERRUPT = 2;
  private static final int HEXADECIMAL = 16;
  private static final int MAJOR = 17;

  /** Opens a scratch server, says its process number, and waits to be ended. */
  static final class Run {
    private Run() {}

    public static void main(String[] args) throws IOException, SQLException {
      var scratch = open();
      System.out.println(postmaster(scratch.create()));
      if (System.in.read() == 'f') {
        throw new IllegalStateException("a failure");
      }
    }
  }

  @Test
  void serverEndsWhenTheRunIsKilled() throws Exception {
    var run = start();
    run.process().destroyForcibly();
    assertThat(ends(run.server())).isTrue();
  }

  /** As Ctrl-C does. A process that a shell put into the background may ignore INT; then TERM. */
  @Test
  void serverEndsWhenTheRunIsInterrupted() throws Exception {
    var run = start();
    var signal = ignoresInterrupts(run.process().pid()) ? "-TERM" : "-INT";
    new ProcessBuilder("kill", signal, Long.toString(run.process().pid())).start().waitFor();
    assertThat(ends(run.server())).isTrue();
  }

  private static boolean ignoresInterrupts(long pid) throws IOException {
    var status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), HEXADECIMAL))
        .anyMatch(ignored -> ignored.testBit(INTERRUPT - 1));
  }

  @Test
  void serverEndsWhenTheRunFails() throws Exception {
    var run = start();
    run.process().getOutputStream().write('f');
    run.process().getOutputStream().close();
    assertThat(ends(run.server())).isTrue();
  }

  @Test
  void nextRunStartsWithoutWhatAKilledOneLeft() throws Exception {
    var run = start();
    run.process().destroyForcibly();
    assertThat(ends(run.server())).isTrue();
    try (var scratch =
        new PostgresScratch(
            TestPostgres.dialect(), EmbeddedPostgres.start(TestPostgres.settings(MAJOR, false)))) {
      assertThat(
              scratch
                  .server()
                  .databases()
                  .query("SELECT datname FROM pg_database WHERE datname LIKE 'tidegate%'"))
          .isEmpty();
    }
  }

  @Test
  void nextRunEndsAServerThatOutlivedItsRun() throws Exception {
    var run = start();
    // Without its guard, which is what the shell between the two processes is, nobody ends it.
    var guards = run.process().descendants().filter(p -> p.pid() != run.server().pid()).toList();
    guards.stream()
        .filter(p -> p.info().command().filter(c -> c.contains("postgres")).isEmpty())
        .forEach(ProcessHandle::destroyForcibly);
    run.process().destroyForcibly().waitFor();
    assertThat(run.server().isAlive()).isTrue();
    open().close();
    assertThat(ends(run.server())).isTrue();
  }

  @Test
  void twoRunsAtOnceHaveAServerEach() throws Exception {
    var first = start();
    var second = open();
    try (second) {
      assertThat(first.server().isAlive()).isTrue();
    }
    first.process().destroyForcibly();
    assertThat(ends(first.server())).isTrue();
  }

  private record Running(Process process, ProcessHandle server) {}

  private Running start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                List.of(java, "-cp", System.getProperty("java.class.path"), Run.class.getName()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var server = Long.parseLong(said.readLine());
    return new Running(process, ProcessHandle.of(server).orElseThrow());
  }

  private static boolean ends(ProcessHandle server) throws Exception {
    try {
      server.onExit().get(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    }
    return true;
  }

  /**
   * The first line of its file: https://www.postgresql.org/docs/current/storage-file-layout.html
   */
  private static String postmaster(ScratchDatabase database) throws SQLException {
    return Sql.query(database, "SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)")
        .get(0);
  }

  private static Scratch open() {
    return Scratches.open(TestPostgres.dialect(), TestPostgres.settings(MAJOR, false));
  }
}
