package dev.tidegate.scratch;

import dev.tidegate.jdbc.FileLocks;
import dev.tidegate.jdbc.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An initialised data folder that this run alone uses. It is one of a pool: each run takes the
 * first that is free, and finds there the states that the runs before it kept.
 *
 * @param superuser its administrator
 */
record DataFolder(ServerPrograms programs, Path folder, String superuser, FileLocks.Held lock)
    implements AutoCloseable {
  private static final int POOL_SIZE = 64;
  private static final int ORPHAN_STOP_SECONDS = 10;
  private static final int START_TIME_TOLERANCE_SECONDS = 5;

  /**
   * Takes a folder of the pool, making a new one when all are in use.
   *
   * @param pool holds the folders {@code 0}, {@code 1}, … and {@code pristine}, which they copy
   */
  static DataFolder take(ServerPrograms programs, Path pool, String superuser) throws IOException {
    for (var number = 0; number < POOL_SIZE; number++) {
      var folder = pool.resolve(Integer.toString(number));
      var lock = FileLocks.tryTake(pool.resolve(number + ".lock"));
      if (lock.isPresent()) {
        var taken = new DataFolder(programs, folder, superuser, lock.get());
        taken.prepare();
        return taken;
      }
    }
    throw ScratchProblems.notStarted("all " + POOL_SIZE + " folders of " + pool + " are in use")
        .exception();
  }

  Path data() {
    return folder.resolve("data");
  }

  Secret password() throws IOException {
    return new Secret(Files.readString(folder.resolve("password")));
  }

  /** Replaces the password that is known so far; it counts once the server has it too. */
  void keep(Secret password) throws IOException {
    Files.delete(folder.resolve("password"));
    PrivateFiles.write(folder.resolve("password"), password.reveal());
  }

  /** Starts over from the pristine folder; kept states are lost. */
  void discard() throws IOException {
    stopOrphan();
    FileTrees.delete(folder);
    prepare();
  }

  /** Says that the server is to run on it now: until {@link #markSound}, it is not to be reused. */
  void markInUse() throws IOException {
    Files.deleteIfExists(soundMark());
  }

  /** Says that the server was stopped in good order. */
  void markSound() throws IOException {
    Files.createFile(soundMark());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private Path soundMark() {
    return folder.resolve("sound");
  }

  private void prepare() throws IOException {
    if (Files.exists(soundMark())) {
      // ALTER SYSTEM writes there, and the next run is to start from defaults.
      Files.writeString(data().resolve("postgresql.auto.conf"), "");
      return;
    }
    stopOrphan();
    FileTrees.delete(folder);
    var pristine = folder.resolveSibling("pristine");
    initialise(pristine);
    FileTrees.copy(pristine, folder);
    programs.launcher().handOver(folder);
  }

  private void initialise(Path pristine) throws IOException {
    try (var held = FileLocks.take(folder.resolveSibling("pristine.lock"))) {
      if (Files.isDirectory(pristine) || !held.lock().isValid()) {
        return;
      }
      var part = folder.resolveSibling("pristine.part");
      FileTrees.delete(part);
      Files.createDirectories(part);
      var password = RandomText.secret();
      PrivateFiles.write(part.resolve("password"), password.reveal());
      var verifier = part.resolve("verifier");
      PrivateFiles.write(verifier, ScramVerifier.of(password));
      programs.launcher().handOver(part);
      // The C locale sorts alike on every platform and keeps the server's messages in English.
      programs.run(
          List.of(
              programs.program("initdb"),
              "--pgdata=" + part.resolve("data"),
              "--username=" + superuser,
              "--pwfile=" + verifier,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--wal-segsize=4",
              "--no-sync"));
      Files.move(part, pristine, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Ends the server of a run that was killed, where it is still there. */
  private void stopOrphan() throws IOException {
    var file = data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    var lines = Files.readAllLines(file);
    if (lines.size() < 3) {
      return;
    }
    var started = Long.parseLong(lines.get(2).strip());
    var orphan =
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
            .filter(
                process ->
                    process.info().startInstant().stream()
                        .anyMatch(
                            time ->
                                Math.abs(time.getEpochSecond() - started)
                                    <= START_TIME_TOLERANCE_SECONDS));
    if (orphan.isEmpty()) {
      return;
    }
    programs.run(
        List.of(programs.program("pg_ctl"), "kill", "QUIT", Long.toString(orphan.get().pid())));
    try {
      orphan.get().onExit().get(ORPHAN_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      orphan.get().destroyForcibly();
    }
  }
}
