package dev.tidegate.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Locks that others hold, on one major version of PostgreSQL. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class WaitingContract {
  private ScratchDatabase database;
  private MigrationLab lab;

  abstract int major();

  @BeforeEach
  void prepare(@TempDir Path folder) {
    database = TestPostgres.database(major());
    lab = new MigrationLab(folder, database.settings());
    lab.write("V1__t.sql", "CREATE TABLE users (id int); INSERT INTO users VALUES (1);");
    lab.apply().orThrow();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void saysWhoHoldsTheLockAndTriesTheWholeMigrationAgain() throws Exception {
    lab.write("V2__c.sql", "INSERT INTO users VALUES (2);\nALTER TABLE users ADD COLUMN b int;");
    try (var other = holding("LOCK TABLE users IN ACCESS SHARE MODE")) {
      var run = background(MigrationLab.options(10));
      waitUntil(() -> !lab.said.isEmpty());
      assertThat(lab.rows("SELECT count(*) FROM users")).containsExactly("1");
      other.rollback();

      assertThat(run.get().orThrow()).hasSize(1);
    }
    assertThat(lab.said.get(0))
        .matches(
            "V2__c\\.sql got no lock on users within 0\\.3 s \\(held by pid \\d+, `a reader`, idle in"
                + " transaction for \\d+ s\\); try 2 of 11 in 0\\.\\d s");
    assertThat(lab.rows("SELECT count(*) FROM users")).containsExactly("2");
  }

  @Test
  void nobodyQueuesBehindAStatementThatWaits() throws Exception {
    lab.write("V2__c.sql", "ALTER TABLE users ADD COLUMN b int;");
    try (var other = holding("LOCK TABLE users IN ACCESS SHARE MODE")) {
      var run = background(MigrationLab.options(10));
      waitUntil(() -> !lab.said.isEmpty());
      var start = System.nanoTime();
      lab.rows("SELECT * FROM users");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      other.rollback();
      run.get().orThrow();
    }
  }

  @Test
  void givesUpInTheEndAndLeavesNothing() throws Exception {
    lab.write("V2__c.sql", "INSERT INTO users VALUES (2);\nALTER TABLE users ADD COLUMN b int;");
    try (var other = holding("LOCK TABLE users IN ACCESS SHARE MODE")) {
      var problem = lab.apply(MigrationLab.options(1)).failure().orElseThrow();
      assertThat(problem.detail().get(0)).contains("SQLSTATE 55P03");
      assertThat(problem.state().orElseThrow()).contains("rolled back");
      other.rollback();
    }
    assertThat(lab.said).hasSize(1);
    assertThat(lab.rows("SELECT count(*) FROM users")).containsExactly("1");
  }

  /**
   * The wait for old transactions is a wait for locks of theirs, so the same limit holds for it.
   */
  @Test
  void buildsAnIndexAgainWhenOldTransactionsWereInTheWay() throws Exception {
    lab.write("V2__i.sql", "CREATE INDEX CONCURRENTLY users_id ON users (id);");
    try (var other = holding("UPDATE users SET id = id")) {
      var run = background(MigrationLab.options(10));
      waitUntil(() -> lab.said.size() >= 2);
      other.rollback();

      run.get().orThrow();
    }
    assertThat(lab.said.get(0)).contains("V2__i.sql got no lock", "held by pid", "`a reader`");
    assertThat(lab.rows("SELECT indisvalid FROM pg_index WHERE indrelid = 'users'::regclass"))
        .containsExactly("t");
    assertThat(lab.rows("SELECT to_regclass('tidegate_progress')")).containsExactly("null");
  }

  @Test
  void buildsAnIndexAgainWhenASnapshotWasInTheWay() throws Exception {
    lab.execute("CREATE TABLE elsewhere (id int)");
    lab.write("V2__i.sql", "CREATE INDEX CONCURRENTLY users_id ON users (id);");
    try (var other =
        holding("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT * FROM elsewhere")) {
      var run = background(MigrationLab.options(10));
      waitUntil(() -> lab.said.stream().anyMatch(line -> line.startsWith("DROP INDEX")));
      other.rollback();

      run.get().orThrow();
    }
    assertThat(lab.said)
        .anyMatch(line -> line.startsWith("DROP INDEX CONCURRENTLY users_id: it is INVALID"));
    assertThat(lab.rows("SELECT indisvalid FROM pg_index WHERE indrelid = 'users'::regclass"))
        .containsExactly("t");
  }

  @Test
  void givesWayInADeadlockAndTriesAgain() throws Exception {
    lab.execute("CREATE TABLE orders (id int)");
    lab.write("V2__c.sql", "LOCK TABLE users;\nSELECT pg_sleep(1);\nLOCK TABLE orders;");
    var patient =
        new MigrateOptions(
            Optional.empty(), Optional.of(Duration.ofSeconds(20)), Optional.empty(), 5);
    try (var other = holding("SET deadlock_timeout = '1min'; LOCK TABLE orders")) {
      var run = background(patient);
      waitUntil(() -> isRunning("pg_sleep(1)"));
      try (var statement = other.createStatement()) {
        statement.execute("LOCK TABLE users");
      }
      waitUntil(() -> !lab.said.isEmpty());
      other.rollback();

      run.get().orThrow();
    }
    assertThat(lab.said.get(0)).contains("V2__c.sql gave way to another transaction; try 2 of 6");
  }

  @Test
  void limitsEachStatement() {
    lab.write("V2__s.sql", "SELECT pg_sleep(0.4);\nSELECT pg_sleep(0.4);\nSELECT pg_sleep(20);");
    var short1 =
        new MigrateOptions(
            Optional.empty(), Optional.empty(), Optional.of(Duration.ofMillis(700)), 5);
    var problem = lab.apply(short1).failure().orElseThrow();
    assertThat(problem.summary()).contains("statement 3");
    assertThat(problem.detail().get(0)).contains("statement timeout");
  }

  @Test
  void keepsTwoDeploysApartAndLetsOtherSchemasPass() throws Exception {
    var settings = database.settings();
    try (var first = lock(settings, "public", Duration.ZERO);
        var elsewhere = lock(settings, "other", Duration.ZERO)) {
      assertThat(first.waited() || elsewhere.waited()).isFalse();
      assertThatThrownBy(() -> lock(settings, "public", Duration.ofMillis(500)))
          .hasMessageContainingAll(
              "TG-2113", "pid ", "`tidegate deploy`", "since ", "-Dtidegate.deployWait");
      assertThat(lab.said).hasSize(1);
      assertThat(
              lab.rows(
                  "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                      + " AND application_name = 'tidegate deploy' AND xact_start IS NOT NULL"))
          .containsExactly("0");
    }
    lock(settings, "public", Duration.ZERO).close();
  }

  @Test
  void waitsForTheOtherDeploy() throws Exception {
    var settings = database.settings();
    var first = lock(settings, "public", Duration.ZERO);
    var second =
        CompletableFuture.supplyAsync(() -> lock(settings, "public", Duration.ofSeconds(30)));
    waitUntil(() -> !lab.said.isEmpty());
    first.close();
    try (var held = second.get()) {
      assertThat(held.waited()).isTrue();
    }
  }

  @Test
  void theLockOfAProcessThatDiedIsFree() throws Exception {
    var settings = database.settings();
    lock(settings, "public", Duration.ZERO);
    lab.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND application_name = 'tidegate deploy'");
    lock(settings, "public", Duration.ofSeconds(5)).close();
  }

  @Test
  void keepsAPlainFlywayOut() throws Exception {
    lab.write("V2__slow.sql", "SELECT pg_sleep(2);\nINSERT INTO users VALUES (2);");
    var run = background(MigrationLab.options(0));
    waitUntil(() -> isRunning("pg_sleep(2)"));
    var configuration = FlywayConfiguration.of(lab.database(), lab.folder(), List.of());
    var plain = Migrator.quietly(() -> new Flyway(configuration).migrate());
    assertThat(plain.migrationsExecuted).isZero();
    run.get().orThrow();
    assertThat(lab.rows("SELECT count(*) FROM users")).containsExactly("2");
  }

  private boolean isRunning(String sql) throws SQLException {
    return !lab.rows(
            "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%"
                + sql
                + "%' AND pid <> pg_backend_pid()")
        .isEmpty();
  }

  private DeployLock lock(ConnectionSettings settings, String schema, Duration wait) {
    return DeployLock.take(settings, Optional.of(schema), wait, lab.said::add);
  }

  private Connection holding(String sql) throws SQLException {
    var other = lab.connect();
    try (var statement = other.createStatement()) {
      statement.execute("SET application_name = 'a reader'");
      other.setAutoCommit(false);
      statement.execute(sql);
    }
    return other;
  }

  private CompletableFuture<MigrationRun> background(MigrateOptions options) {
    return CompletableFuture.supplyAsync(() -> lab.apply(options));
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  private static void waitUntil(Condition condition) throws Exception {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
