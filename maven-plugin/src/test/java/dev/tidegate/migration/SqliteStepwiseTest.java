package dev.tidegate.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same guarantees on SQLite. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SqliteStepwiseTest {
  private ConnectionSettings settings;
  private MigrationLab lab;

  @BeforeEach
  void prepare(@TempDir Path folder) {
    settings = ConnectionSettings.of(DatabaseUrl.parse("app.db", folder), "a test");
    lab = new MigrationLab(folder, settings);
    lab.write("V1__t.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY, v INT);");
    lab.apply().orThrow();
  }

  @Test
  void runsWhatSqliteRefusesInATransaction() throws SQLException {
    lab.write("V2__w.sql", "PRAGMA journal_mode = WAL;\nVACUUM;");
    lab.apply().orThrow();
    assertThat(lab.rows("PRAGMA journal_mode")).containsExactly("wal");
    assertThat(lab.rows("SELECT name FROM sqlite_master WHERE name LIKE 'tidegate%'")).isEmpty();
    lab.write("V3__m.sql", "INSERT INTO t VALUES (1, 1);\nVACUUM;");
    assertThat(lab.apply().failure().orElseThrow().code())
        .isEqualTo(ProblemCode.MIGRATION_SPLIT_REFUSED);
  }

  @Test
  void keepsWhatAFileCommitsItselfAndRunsItOnce() throws SQLException {
    lab.write(
        "V2__c.sql",
        "INSERT INTO t VALUES (1, 1);\nCOMMIT;\nINSERT INTO t VALUES (2, 2);\nINSERT INTO u VALUES (3);");
    assertThat(lab.apply().failure().orElseThrow().state().orElseThrow())
        .contains("statements 1 to 2 remain applied");
    assertThat(lab.rows("SELECT id FROM t")).containsExactly("1");
    lab.write("V2__c.sql", "INSERT INTO t VALUES (1, 1);\nCOMMIT;\nINSERT INTO t VALUES (2, 2);");
    assertThat(lab.apply().orThrow()).hasSize(1);
    assertThat(lab.rows("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "WAL"})
  void goesOnAtTheStatementThatFailed(String mode) throws SQLException {
    lab.execute("PRAGMA journal_mode = " + mode);
    lab.write(
        "V2__m.sql",
        "INSERT INTO t VALUES (1, 1);\nVACUUM;\nINSERT INTO u VALUES (2);\nINSERT INTO t VALUES (2, 2);");
    lab.write("V2__m.sql.conf", "executeInTransaction=false");

    var problem = lab.apply().failure().orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_STOPPED_HALFWAY);
    assertThat(problem.summary()).isEqualTo("migration V2__m.sql failed at statement 3 (line 3)");
    assertThat(problem.state().orElseThrow()).contains("statements 1 to 2 remain applied");
    assertThat(lab.progress().get(0).text())
        .isEqualTo("V2__m.sql stopped before statement 3 of 4 (line 3): INSERT INTO u VALUES (2)");
    assertThat(lab.rows("SELECT id FROM t")).containsExactly("1");
    lab.execute("CREATE TABLE u (id INT)");
    lab.apply().orThrow();
    assertThat(lab.rows("SELECT id FROM t")).containsExactly("1", "2");
  }

  @Test
  void readsAFileToItsEndBeforeItRunsAnyOfIt() {
    lab.write("V2__m.sql", "INSERT INTO t VALUES (1, 1);\nBEGIN;\nDELETE FROM t;")
        .write("V2__m.sql.conf", "executeInTransaction=false");
    assertThat(lab.apply().failure()).isPresent();
    assertThat(lab.history().with(MigrationStatus.FAILED)).isEmpty();
  }

  @Test
  void refusesRowsThatReferToNothing() throws SQLException {
    lab.execute("INSERT INTO t VALUES (1, 1)");
    lab.write(
        "V2__c.sql", "CREATE TABLE c (id INT, t INT REFERENCES t); INSERT INTO c VALUES (1, 1);");
    lab.apply().orThrow();
    lab.write("V3__d.sql", "DELETE FROM t;");

    var problem = lab.apply().failure().orElseThrow();

    assertThat(problem.detail())
        .contains(
            "FOREIGN KEY constraint failed: rows refer to nothing after this migration",
            "1 row of c refer to no row of t");
    assertThat(problem.state().orElseThrow()).contains("rolled back");
    assertThat(lab.rows("SELECT id FROM t")).containsExactly("1");
    assertThat(lab.history().version().orElseThrow()).hasToString("2");
  }

  @Test
  void doesNotHoldOldOrphansAgainstAMigration() throws SQLException {
    lab.write("V2__c.sql", "CREATE TABLE c (id INT, t INT REFERENCES t);");
    lab.apply().orThrow();
    lab.execute("INSERT INTO c VALUES (1, 99)");
    lab.write("V3__n.sql", "CREATE TABLE n (id INT);");
    assertThat(lab.apply().orThrow()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "WAL"})
  void triesAgainWhenAnotherWrites(String mode) throws Exception {
    lab.execute("PRAGMA journal_mode = " + mode);
    lab.write("V2__i.sql", "INSERT INTO t VALUES (1, 1);");
    try (var other = lab.connect();
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("INSERT INTO t VALUES (7, 7)");
      var run = CompletableFuture.supplyAsync(() -> lab.apply(MigrationLab.options(20)));
      var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (lab.said.isEmpty()) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        Thread.sleep(20);
      }
      statement.execute("COMMIT");
      run.get().orThrow();
    }
    assertThat(lab.said.get(0)).contains("got no lock within 0.3 s; try 2 of 21");
    assertThat(lab.rows("SELECT id FROM t")).containsExactly("1", "7");
  }

  @Test
  void keepsTwoDeploysApart() {
    try (var first = lock(Duration.ZERO)) {
      assertThat(first.waited()).isFalse();
      assertThatThrownBy(() -> lock(Duration.ofMillis(300)))
          .hasMessageContainingAll("TG-2113", "pid " + ProcessHandle.current().pid());
    }
    lock(Duration.ZERO).close();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
  void isOneLockForAllNamesOfAFile(@TempDir Path elsewhere) throws IOException {
    var link = elsewhere.resolve("link.db");
    Files.createSymbolicLink(link, Path.of(settings.url().database()));
    var other = ConnectionSettings.of(DatabaseUrl.parse("link.db", elsewhere), "a test");
    try (var first = lock(Duration.ZERO)) {
      assertThat(first.waited()).isFalse();
      assertThatThrownBy(
              () -> DeployLock.take(other, Optional.empty(), Duration.ZERO, lab.said::add))
          .hasMessageContaining("TG-2113");
    }
  }

  private DeployLock lock(Duration wait) {
    return DeployLock.take(settings, Optional.empty(), wait, lab.said::add);
  }
}
