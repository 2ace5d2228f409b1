package dev.tidegate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import dev.tidegate.jdbc.Secret;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end while it applies migrations. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM")
class StopTest {
  private static final int SIGTERM = 128 + 15;

  /** The process: folder, URL, user, password. */
  public static final class Child {
    private Child() {}

    /** Applies what the folder holds, and prints what it is told; waits for its end after V2. */
    public static void main(String[] arguments) {
      var folder = Path.of(arguments[0]);
      var settings =
          new ConnectionSettings(
              DatabaseUrl.parse(arguments[1], folder),
              Optional.of(arguments[2]).filter(user -> !user.isEmpty()),
              Optional.of(arguments[3]).filter(it -> !it.isEmpty()).map(Secret::new),
              "the test",
              false);
      new Migrator(System.out::println, applied -> waitAfterSecond(folder, applied))
          .apply(
              MigrationDatabase.of(settings),
              MigrationFolder.read(folder),
              MigrationLab.options(0));
    }

    private static void waitAfterSecond(Path folder, List<AppliedMigration> applied) {
      if (applied.size() != 2 || !Files.exists(folder.resolve("wait"))) {
        return;
      }
      try {
        Files.createFile(folder.resolve("between"));
        var ending = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::countDown));
        ending.await();
        Thread.sleep(300); // so that the other hook has begun, too
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void beginsNoMigrationAfterTheSignal(@TempDir Path folder) throws Exception {
    try (var database = TestPostgres.database(17)) {
      var lab = new MigrationLab(folder, database.settings());
      lab.write("V1__t.sql", "CREATE TABLE t (id int);")
          .write("V2__s.sql", "INSERT INTO t VALUES (2);")
          .write("V3__s.sql", "INSERT INTO t VALUES (3);")
          .write("wait", "");
      var child = start(folder, database.settings());
      var said = stop(child, () -> Files.exists(folder.resolve("between")));
      assertThat(child.exitValue()).isEqualTo(SIGTERM);
      assertThat(said)
          .contains(
              "stopped by a signal: the process was told to end before the next migration began;"
                  + " no migration was running;"
                  + " 2 applied before it remain, the last is V2__s.sql");
      assertThat(lab.rows("SELECT id FROM t")).containsExactly("2");
    }
  }

  @Test
  void rollsBackAndSaysSo(@TempDir Path folder) throws Exception {
    try (var database = TestPostgres.database(17)) {
      var lab = new MigrationLab(folder, database.settings());
      lab.write("V1__t.sql", "CREATE TABLE t (id int);")
          .write("V2__s.sql", "INSERT INTO t VALUES (1);\nSELECT pg_sleep(60);");
      var child = start(folder, database.settings());
      var said = stop(child, () -> isSleeping(lab));
      assertThat(child.exitValue()).isEqualTo(SIGTERM);
      assertThat(said)
          .contains(
              "stopped by a signal: migration V2__s.sql failed at statement 2 (line 2);"
                  + " this migration was rolled back; 1 applied before it remain");
      assertThat(lab.rows("SELECT count(*) FROM t")).containsExactly("0");
      assertThat(isSleeping(lab)).isFalse();
      assertThat(lab.history().version().orElseThrow()).hasToString("1");
    }
  }

  @Test
  void goesOnAfterItWasStoppedBetweenStatements(@TempDir Path folder) throws Exception {
    try (var database = TestPostgres.database(17)) {
      var lab = new MigrationLab(folder, database.settings());
      lab.write("V1__t.sql", "CREATE TABLE t (id int);").apply().orThrow();
      lab.write("V2__s.sql", "INSERT INTO t VALUES (1);\nSELECT pg_sleep(60);\nVACUUM t;")
          .write("V2__s.sql.conf", "executeInTransaction=false");
      var child = start(folder, database.settings());
      var said = stop(child, () -> isSleeping(lab));
      assertThat(said).contains("stopped by a signal", "statement 1 remains applied");
      lab.write("V2__s.sql", "INSERT INTO t VALUES (1);\nSELECT pg_sleep(0);\nVACUUM t;");
      lab.apply().orThrow();
      assertThat(lab.rows("SELECT count(*) FROM t")).containsExactly("1");
    }
  }

  @Test
  void beginsNoOtherMigration(@TempDir Path folder) throws Exception {
    try (var database = TestPostgres.database(17)) {
      var lab = new MigrationLab(folder, database.settings());
      lab.write(
              "V1__deaf.sql",
              "DO 'BEGIN PERFORM pg_sleep(60); EXCEPTION WHEN query_canceled THEN NULL; END';")
          .write("V2__t.sql", "CREATE TABLE t (id int);");
      var child = start(folder, database.settings());
      var said = stop(child, () -> isSleeping(lab));
      assertThat(said).contains("stopped by a signal", "the last is V1__deaf.sql");
      assertThat(lab.history().version().orElseThrow()).hasToString("1");
    }
  }

  @Test
  void interruptsSqlite(@TempDir Path folder) throws Exception {
    var settings = ConnectionSettings.of(DatabaseUrl.parse("app.db", folder), "the test");
    var lab = new MigrationLab(folder, settings);
    lab.write("V1__t.sql", "CREATE TABLE t (id int);").apply().orThrow();
    lab.write(
        "V2__s.sql",
        "INSERT INTO t VALUES (1);\nINSERT INTO t WITH RECURSIVE n(i) AS"
            + " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0;");
    var child = start(folder, settings);
    var said = stop(child, () -> isLocked(lab));
    assertThat(child.exitValue()).isEqualTo(SIGTERM);
    assertThat(said).contains("stopped by a signal: migration V2__s.sql failed", "rolled back");
    assertThat(lab.rows("SELECT count(*) FROM t")).containsExactly("0");
  }

  private static boolean isSleeping(MigrationLab lab) throws SQLException {
    return !lab.rows(
            "SELECT pid FROM pg_stat_activity WHERE state = 'active'"
                + " AND query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()"
                + " AND datname = current_database()")
        .isEmpty();
  }

  private static boolean isLocked(MigrationLab lab) {
    try {
      lab.execute("PRAGMA busy_timeout = 0", "BEGIN IMMEDIATE", "ROLLBACK");
      return false;
    } catch (SQLException busy) {
      return true;
    }
  }

  private interface Moment {
    boolean isNow() throws SQLException;
  }

  private static Process start(Path folder, ConnectionSettings settings) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString(),
                settings.product() == Product.SQLITE
                    ? settings.url().database()
                    : settings.url().jdbcUrl(),
                settings.user().orElse(""),
                settings.password().map(Secret::reveal).orElse("")))
        .redirectErrorStream(true)
        .start();
  }

  /** Sends SIGTERM at a moment, and gives back all that was printed. */
  private static String stop(Process child, Moment moment) throws Exception {
    try {
      var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!moment.isNow()) {
        assertThat(child.isAlive() && System.nanoTime() < deadline).as("it came so far").isTrue();
        Thread.sleep(50);
      }
      // the process's own destroy() would also close what it prints to
      child.toHandle().destroy();
      var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return said;
    } finally {
      child.destroyForcibly();
    }
  }
}
