package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.migration.DeployLock;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.JsonFormat;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What deploy and status say of a deploy that did not come to its end. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class InterruptedDeployTest {
  private final ScratchDatabase database = TestPostgres.database(17);
  private ConnectionSettings settings;
  private Lab lab;

  @BeforeEach
  void prepare(@TempDir Path folder) throws IOException {
    var own = database.settings();
    settings = new ConnectionSettings(own.url(), own.user(), own.password(), "the test", false);
    lab = new Lab(folder, settings);
    lab.migration("V1__t.sql", "CREATE TABLE t (a int, b int);");
    lab.deploy();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void statusShowsWhereItStoppedAndTheNextDeployGoesOn() throws SQLException {
    lab.execute("INSERT INTO t VALUES (1, 1)");
    lab.migration(
        "V2__i.sql",
        "CREATE INDEX CONCURRENTLY t_a ON t (a);\nVACUUM t;\nSELECT 1 / (b - 1) FROM t;");
    lab.file("m/V2__i.sql.conf", "executeInTransaction=false");

    var report = lab.deploy();
    var problem = report.problem().orElseThrow();

    assertThat(report.text()).contains("none was completed").doesNotContain("nothing was applied");
    assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_STOPPED_HALFWAY);
    var status = lab.status(false, false);
    assertThat(status.count(MigrationStatus.FAILED)).isEqualTo(1);
    assertThat(status.obstacle()).isEmpty();
    assertThat(status.text())
        .contains(
            "interrupted: V2__i.sql stopped before statement 3 of 3 (line 3): SELECT 1 / (b - 1) FROM t",
            "mvn tidegate:deploy goes on from there");
    assertThat(status.markdown()).contains("stopped before statement 3 of 3");
    assertThat(JsonFormat.of(status)).contains("\"interrupted\": [", "\"done\": 2");
    lab.execute("UPDATE t SET b = 5");
    assertThat(lab.deploy().applied()).isEqualTo(1);
    assertThat(lab.status(false, false).interrupted()).isEmpty();
    assertThat(lab.status(false, false).drift()).isEmpty();
  }

  @Test
  void runsNothingThatWasWrittenAfterTheAnalysis() throws Exception {
    lab.execute("CREATE TABLE kept (a int)");
    lab.migration("V2__drop.sql", "DROP TABLE t;");
    try (var other = Connections.open(settings);
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE t");
      var deploy = CompletableFuture.supplyAsync(() -> lab.deploy(d -> d.allow("drop-table:t")));
      while (!deploy.isDone()
          && lab.query("SELECT pid FROM pg_locks WHERE NOT granted").isEmpty()) {
        Thread.sleep(5);
      }
      lab.migration("V2__drop.sql", "DROP TABLE t; DROP TABLE kept;");
      other.rollback();
      var report = deploy.get();
      assertThat(report.applied()).isZero();
      assertThat(report.problem().orElseThrow().code()).isEqualTo(ProblemCode.PLAN_DIFFERS);
      assertThat(report.backup()).isPresent();
    }
    assertThat(lab.query("SELECT to_regclass('kept') IS NULL OR to_regclass('t') IS NULL"))
        .containsExactly("f");
  }

  @Test
  void goesOnWithAPlanThatWasReviewed() throws SQLException {
    lab.execute("INSERT INTO t VALUES (1, 1)");
    lab.migration("V2__n.sql", "CREATE TABLE n (a int);");
    lab.migration(
        "V3__i.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);\nSELECT 1 / (b - 1) FROM t;");
    lab.file("m/V3__i.sql.conf", "executeInTransaction=false");
    lab.migration("V4__m.sql", "CREATE TABLE m (a int);");
    var hash = lab.deploy(d -> d.dryRun()).planHash();

    assertThat(lab.deploy(d -> d.planHash(hash)).problem().orElseThrow().code())
        .isEqualTo(ProblemCode.MIGRATION_STOPPED_HALFWAY);
    lab.execute("UPDATE t SET b = 5");
    lab.migration("V4__m.sql", "CREATE TABLE m (b int);");
    assertThat(lab.deploy(d -> d.planHash(hash)).problem().orElseThrow().code())
        .isEqualTo(ProblemCode.PLAN_DIFFERS);
    lab.migration("V4__m.sql", "CREATE TABLE m (a int);");
    assertThat(lab.deploy(d -> d.planHash(hash)).applied()).isEqualTo(2);
    assertThat(lab.deploy(d -> d.planHash(hash)).problem()).isEmpty();
  }

  @Test
  void refusesToForgetAFileOfWhichAPartIsApplied() throws Exception {
    halfway();
    var file = Files.readString(lab.at("m/V2__i.sql"));
    Files.delete(lab.at("m/V2__i.sql"));
    Files.delete(lab.at("m/V2__i.sql.conf"));
    lab.migration("V3__t.sql", "CREATE TABLE u (a int);");

    assertThatThrownBy(() -> lab.deploy())
        .hasMessageContainingAll(
            "TG-2102",
            "V2__i.sql was begun by an earlier deploy",
            "statement 1 remains applied",
            "DELETE FROM tidegate_progress WHERE script = 'V2__i.sql'");
    assertThat(lab.query("SELECT script FROM flyway_schema_history WHERE NOT success"))
        .containsExactly("V2__i.sql");
    var status = lab.status(false, false);
    assertThat(status.count(MigrationStatus.FAILED)).isEqualTo(1);
    assertThat(status.obstacle().orElseThrow().code()).isEqualTo(ProblemCode.MIGRATION_MISSING);

    lab.migration("V2__renamed.sql", file);
    lab.file("m/V2__renamed.sql.conf", "executeInTransaction=false");
    assertThatThrownBy(() -> lab.deploy()).hasMessageContaining("V2__i.sql was begun");
    Files.delete(lab.at("m/V2__renamed.sql"));
    Files.delete(lab.at("m/V2__renamed.sql.conf"));
    lab.execute("DELETE FROM flyway_schema_history WHERE NOT success"); // as after a kill
    assertThatThrownBy(() -> lab.deploy()).hasMessageContaining("V2__i.sql was begun");
    assertThat(lab.query("SELECT to_regclass('u') IS NULL")).containsExactly("t");
  }

  @Test
  void forgetsAMigrationThatIsGivenUpAsTheHintSays() throws Exception {
    halfway();
    Files.delete(lab.at("m/V2__i.sql"));
    Files.delete(lab.at("m/V2__i.sql.conf"));
    var hint = lab.status(false, false).obstacle().flatMap(problem -> problem.hint()).orElseThrow();
    var select = hint.substring(hint.indexOf("SELECT statement"), hint.indexOf("; then:"));
    assertThat(lab.query(select)).hasSize(1);
    lab.execute("DROP INDEX t_a");
    lab.execute(hint.substring(hint.indexOf("DELETE FROM")));

    lab.migration("V3__t.sql", "CREATE TABLE u (a int);");
    assertThat(lab.deploy().applied()).isEqualTo(1);
    assertThat(lab.status(false, false).interrupted()).isEmpty();
    assertThat(lab.status(false, false).count(MigrationStatus.FAILED)).isZero();
  }

  private void halfway() throws SQLException {
    lab.execute("INSERT INTO t VALUES (1, 1)");
    lab.migration(
        "V2__i.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);\nSELECT 1 / (b - 1) FROM t;");
    lab.file("m/V2__i.sql.conf", "executeInTransaction=false");
    assertThat(lab.deploy().problem()).isPresent();
  }

  @Test
  void statusNamesAnInvalidIndexWithItsRepair() throws SQLException {
    lab.execute("CREATE INDEX byhand ON t (a)");
    lab.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'byhand'::regclass");
    assertThat(lab.status(false, false).text())
        .contains("INVALID index byhand", "REINDEX INDEX CONCURRENTLY byhand; or DROP INDEX");
  }

  @Test
  void leavesWhenAnotherDeployRunsAndChangesNothing() {
    lab.migration("V2__t.sql", "CREATE TABLE u (a int);");
    try (var other =
        DeployLock.take(settings, Optional.of("public"), Duration.ZERO, lab.printed::add)) {
      assertThat(other.waited()).isFalse();
      assertThatThrownBy(() -> lab.deploy(d -> d.deployWait(Duration.ofMillis(300))))
          .hasMessageContainingAll("TG-2113", "`tidegate deploy`", "nothing was changed");
      assertThat(lab.deploy(d -> d.dryRun()).problem()).isEmpty();
    }
    assertThat(lab.printed).anyMatch(line -> line.startsWith("another deploy is running (pid "));
    assertThat(lab.deploy().applied()).isEqualTo(1);
  }

  /** Ends the session that holds the deploy lock, from within a migration. */
  private static final String LOSE =
      """
      DO $$ DECLARE
        k bigint := ('x' || left(encode(sha256(convert_to(E'tidegate deploy\\npublic', 'UTF8')), 'hex'), 16))::bit(64)::bigint;
      BEGIN
        PERFORM pg_terminate_backend(pid, 5000) FROM pg_locks
        WHERE locktype = 'advisory' AND objsubid = 1 AND (classid::bigint << 32 | objid::bigint) = k
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
        %s
      END $$;
      """;

  @Test
  void takesALostLockAgainWhereNobodyUsedTheTime() throws SQLException {
    lab.migration("V2__lose.sql", LOSE.formatted("INSERT INTO t VALUES (2);"));
    lab.migration("V3__t.sql", "INSERT INTO t VALUES (3);");
    assertThat(lab.deploy().applied()).isEqualTo(2);
  }

  @Test
  void beginsNoMigrationAfterAnotherDeployTookTheLock() throws SQLException {
    lab.migration("V2__lose.sql", LOSE.formatted("PERFORM pg_advisory_lock(k);"));
    lab.migration("V3__t.sql", "INSERT INTO t VALUES (3);");
    var report = lab.deploy();
    assertThat(report.applied()).isEqualTo(1);
    assertThat(report.problem().orElseThrow().exception())
        .hasMessageContainingAll(
            "TG-2113", "lock was lost", "another deploy has it now", "1 applied before it remain");
    assertThat(lab.query("SELECT count(*) FROM t")).containsExactly("0");
  }

  @Test
  void beginsNoMigrationWhereTheHistoryChangedWhileTheLockWasLost() throws SQLException {
    lab.migration(
        "V2__lose.sql",
        LOSE.formatted(
            "IF FOUND THEN INSERT INTO flyway_schema_history (installed_rank, description, type,"
                + " script, installed_by, execution_time, success) VALUES (90, 'x', 'SQL',"
                + " 'R__x.sql', 'x', 0, true); END IF;"));
    lab.migration("V3__t.sql", "INSERT INTO t VALUES (3);");
    var report = lab.deploy();
    assertThat(report.problem().orElseThrow().exception())
        .hasMessageContainingAll("TG-2113", "another deploy had it meanwhile");
    assertThat(lab.query("SELECT count(*) FROM t")).containsExactly("0");
  }

  @Test
  void refusesAnAnswerThatNobodyAskedFor() {
    assertThatThrownBy(() -> lab.deploy(d -> d.resumeAt("V2__x.sql:3")))
        .hasMessageContainingAll("TG-2114", "has nothing to resume");
    assertThatThrownBy(() -> lab.deploy(d -> d.resumeAt("three"))).hasMessageContaining("TG-1003");
  }
}
