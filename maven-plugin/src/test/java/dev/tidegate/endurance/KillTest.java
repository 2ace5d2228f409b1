package dev.tidegate.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.command.Lab;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.DeployReport;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deploys that are killed at any moment, by SIGKILL and SIGTERM in turn: afterwards status tells
 * the truth, and the next deploy finishes. Likewise deploys whose connections the server cuts. How
 * often on each database: {@code -Dtidegate.kills}, by default 2; other moments: {@code
 * -Dtidegate.seed}.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("tidegate.kills", 2);
  private static final long SEED = Long.getLong("tidegate.seed", 1);
  private static final int MAJOR = Integer.getInteger("tidegate.major", 17);

  private final Path folder;
  private final Random random = new Random(SEED);
  private final TreeMap<String, Integer> outcomes = new TreeMap<>();

  KillTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A database that holds what the first migration builds. */
  private interface Place {
    Lab prepared(Path folder) throws IOException, SQLException;

    ConnectionSettings settings(Path folder);

    /** Waits until nobody is at work in it any more. */
    void settle(Lab lab) throws SQLException, InterruptedException;
  }

  @Test
  void postgres() throws Exception {
    try (var template = TestPostgres.server(MAJOR).create()) {
      var tracks = new Tracks(Product.POSTGRESQL);
      var first = lab(Files.createDirectories(folder.resolve("first")), template.settings());
      tracks.prepare(first);
      first.deploy();
      for (var kill = 0; kill < KILLS; kill++) {
        try (var database = TestPostgres.server(MAJOR).copyOf(template)) {
          round(kill, tracks, new OnServer(database));
        }
      }
    }
    say("PostgreSQL " + MAJOR);
  }

  /** The deploy may go on by itself, or fail and say so; it may not tell what is not so. */
  @Test
  void cutConnections() throws Exception {
    try (var template = TestPostgres.server(MAJOR).create()) {
      var tracks = new Tracks(Product.POSTGRESQL);
      var first = lab(Files.createDirectories(folder.resolve("first")), template.settings());
      tracks.prepare(first);
      first.deploy();
      for (var cut = 0; cut < KILLS; cut++) {
        try (var database = TestPostgres.server(MAJOR).copyOf(template)) {
          cutRound(cut, tracks, database);
        }
      }
    }
    say("PostgreSQL " + MAJOR + " cut off");
  }

  private void cutRound(int cut, Tracks tracks, ScratchDatabase database) throws Exception {
    var place = new OnServer(database);
    var lab = place.prepared(Files.createDirectories(folder.resolve("cut-" + cut)));
    tracks.prepare(lab);
    tracks.write(lab);
    var worker = Executors.newSingleThreadExecutor();
    try {
      var deploy = worker.submit(() -> lab.deploy());
      var moment = moment(cut);
      moment.comes(lab(folder.resolve("first"), database.settings()), () -> !deploy.isDone());
      var others = lab(folder.resolve("first"), database.settings());
      others.query(
          "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      var told = told(deploy);
      place.settle(lab);
      var status = lab.status(false, false);
      tracks.assertTrue(status, lab);
      outcomes.merge(told + " at version " + status.version().orElseThrow(), 1, Integer::sum);
    } finally {
      worker.shutdown();
    }
    assertThat(lab.deploy().problem()).as("cut %d", cut).isEmpty();
    tracks.assertWhole(lab);
  }

  private static String told(Future<DeployReport> deploy) throws InterruptedException {
    try {
      return deploy.get().problem().map(problem -> problem.code().id()).orElse("finished");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TidegateException told) {
        return told.problem().code().id();
      }
      throw new AssertionError("a deploy ended without a problem", e);
    }
  }

  @Test
  void sqlite() throws Exception {
    for (var kill = 0; kill < KILLS; kill++) {
      round(kill, new Tracks(Product.SQLITE), new InFile());
    }
    say("SQLite");
  }

  private void round(int kill, Tracks tracks, Place place) throws Exception {
    var here = Files.createDirectories(folder.resolve(tracks.product() + "-" + kill));
    var lab = place.prepared(here);
    tracks.prepare(lab);
    lab.deploy();
    tracks.write(lab);
    var process = DeployProcess.start(here, place.settings(here));
    var moment = moment(kill);
    if (moment.comes(lab, process::isAlive)) {
      if (kill % 2 == 0) {
        process.destroyForcibly();
      } else {
        process.destroy();
      }
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends when it is killed").isTrue();
    place.settle(lab);
    var status = lab.status(false, false);
    tracks.assertTrue(status, lab);
    outcomes.merge(
        "version " + status.version().orElseThrow() + stopped(status.text()), 1, Integer::sum);
    var report = lab.deploy();
    assertThat(report.problem()).as("kill %d at %s", kill, moment).isEmpty();
    tracks.assertWhole(lab);
    assertThat(lab.status(true, true).count(MigrationStatus.APPLIED)).isEqualTo(Tracks.LAST);
  }

  /** Every fifth at any time from the start, the others while migrations are applied. */
  private Moment moment(int number) {
    return number % 5 == 0
        ? new Moment(1, random.nextInt(3000))
        : new Moment(1 + random.nextInt(Tracks.LAST - 1), random.nextInt(200));
  }

  /** So many milliseconds after the database has come to this version. */
  private record Moment(int version, int millis) {
    /** Waits for it; false when it is over before. */
    boolean comes(Lab lab, BooleanSupplier atWork) throws SQLException, InterruptedException {
      while (atWork.getAsBoolean() && version(lab) < version) {
        Thread.sleep(5);
      }
      for (var waited = 0; waited < millis && atWork.getAsBoolean(); waited += 10) {
        Thread.sleep(Math.min(10, millis - waited));
      }
      return atWork.getAsBoolean();
    }

    private static int version(Lab lab) throws SQLException {
      var versions = "SELECT count(*) FROM flyway_schema_history WHERE version <> '0' AND success";
      return Integer.parseInt(lab.query(versions).get(0));
    }
  }

  private static String stopped(String status) {
    return status.contains("interrupted: V4__steps.sql") ? " and a part of the next" : "";
  }

  private void say(String database) {
    System.out.println(KILLS + " kills on " + database + ", which was then at: " + outcomes);
  }

  private static Lab lab(Path folder, ConnectionSettings settings) throws IOException {
    return new Lab(folder, settings);
  }

  private record OnServer(ScratchDatabase database) implements Place {
    @Override
    public Lab prepared(Path folder) throws IOException {
      return lab(folder, database.settings());
    }

    @Override
    public ConnectionSettings settings(Path folder) {
      return database.settings();
    }

    @Override
    public void settle(Lab lab) throws SQLException, InterruptedException {
      var others =
          "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
              + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
      while (!lab.query(others).isEmpty()) {
        Thread.sleep(20);
      }
    }
  }

  private record InFile() implements Place {
    @Override
    public Lab prepared(Path folder) throws IOException {
      Files.createFile(folder.resolve("app.db"));
      return lab(folder, settings(folder));
    }

    @Override
    public ConnectionSettings settings(Path folder) {
      return ConnectionSettings.of(DatabaseUrl.parse("app.db", folder), "the test");
    }

    @Override
    public void settle(Lab lab) {
      // a process that is gone holds no lock
    }
  }
}
