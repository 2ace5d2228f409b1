package dev.tidegate.scratch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running server on one data folder.
 *
 * @param port on 127.0.0.1
 */
record PostgresProcess(ServerPrograms programs, Path data, int port, Process process) {
  private static final int START_SECONDS = 60;
  private static final int STOP_SECONDS = 20;
  private static final int POLL_MILLIS = 4;
  private static final int LOG_LINES = 12;
  private static final int PORT_LINE = 3;

  /** Of {@code postmaster.pid}: https://www.postgresql.org/docs/current/storage-file-layout.html */
  private static final int STATUS_LINE = 7;

  /**
   * Nothing here has to outlive the machine's power:
   * https://www.postgresql.org/docs/current/non-durability.html. Parallel workers are off because
   * small containers lack the shared memory.
   */
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "autovacuum=off",
          "jit=off",
          "shared_buffers=64MB",
          "max_connections=100",
          // Migrations may create thousands of objects in one transaction, each a lock or several.
          "max_locks_per_transaction=256",
          "max_parallel_workers_per_gather=0",
          "max_parallel_maintenance_workers=0",
          "max_logical_replication_workers=0",
          "max_wal_size=256MB",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_min_messages=fatal",
          "log_min_error_statement=panic",
          "logging_collector=off");

  /**
   * Ends the server when the standard input ends, which is when its owner is gone, however it went.
   * A Ctrl-C reaches the whole group and must not end this before the server.
   */
  private static final String GUARD =
      """
      trap '' INT HUP
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      (read -r line <&3; kill -INT "$server") 2>/dev/null &
      guard=$!
      exec 3<&-
      wait "$server"
      status=$?
      kill "$guard" 2>/dev/null
      exit $status
      """;

  /** Starts a server and returns when it takes connections. */
  static PostgresProcess start(ServerPrograms programs, Path data, int port) throws IOException {
    var log = data.resolveSibling("server.log");
    Files.deleteIfExists(log);
    var process =
        programs
            .launcher()
            .command(command(programs, data, port, log))
            .directory(data.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolveSibling("start.log").toFile()))
            .start();
    var server = new PostgresProcess(programs, data, port, process);
    try {
      server.awaitReady(log);
    } catch (InterruptedException e) {
      server.stop();
      Thread.currentThread().interrupt();
      throw ScratchProblems.notStarted("the run was interrupted").exception(e);
    }
    return server;
  }

  /** Stops it, ending all its connections. Returns whether the data folder is sound afterwards. */
  boolean stop() {
    try {
      if (programs.platform().isWindows()) {
        programs.run(List.of(programs.program("pg_ctl"), "stop", "-m", "fast", "-D", "" + data));
        return true;
      }
      process.getOutputStream().close();
      if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // It is killed below, and the folder is thrown away by the next run.
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return false;
  }

  private static List<String> command(ServerPrograms programs, Path data, int port, Path log) {
    var settings = new ArrayList<>(SETTINGS);
    settings.add("port=" + port);
    if (programs.platform().isWindows()) {
      // Only pg_ctl sheds an administrator's rights there.
      var options = "-c \"" + String.join("\" -c \"", settings) + "\"";
      return List.of(
          programs.program("pg_ctl"), "start", "-D", "" + data, "-l", "" + log, "-o", options);
    }
    var command = new ArrayList<>(List.of("sh", "-c", GUARD, "tidegate-scratch"));
    command.addAll(List.of(programs.program("postgres"), "-D", "" + data));
    settings.forEach(setting -> command.addAll(List.of("-c", setting)));
    return command;
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!ready()) {
      if (ended() || System.nanoTime() > deadline) {
        stop();
        throw ScratchProblems.serverEnded(log, lastLines(data.resolveSibling("start.log")))
            .exception();
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean ended() {
    var windows = programs.platform().isWindows();
    return !process.isAlive() && (!windows || process.exitValue() != 0);
  }

  private boolean ready() {
    var file = data.resolve("postmaster.pid");
    try {
      var lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
      return lines.size() > STATUS_LINE
          && lines.get(PORT_LINE).equals(Integer.toString(port))
          && lines.get(STATUS_LINE).startsWith("ready");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> lastLines(Path log) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    var lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
  }
}
