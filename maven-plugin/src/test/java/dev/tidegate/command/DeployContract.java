package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.JsonFormat;
import java.io.IOException;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a deploy must do on every database. */
abstract class DeployContract {
  private static final String USERS =
      "CREATE TABLE users (id integer PRIMARY KEY, name text, legacy text);"
          + " INSERT INTO users VALUES (1, 'Ada', 'keep');";
  private static final String DECLARED =
      "CREATE TABLE users (id integer PRIMARY KEY, name text, legacy text, email text);";
  private static final String DROP = "ALTER TABLE users DROP COLUMN legacy;";

  /** An empty database and an empty folder. */
  abstract Lab lab();

  /** The column's name as hazards have it. */
  abstract String qualified(String name);

  private Lab deployed() {
    var lab = lab().migration("V1__users.sql", USERS);
    lab.deploy();
    return lab;
  }

  @Test
  void appliesWhatIsPendingAndSaysWhat() throws SQLException {
    var lab =
        lab().migration("V1__users.sql", USERS).migration("V2__t.sql", "CREATE TABLE t (a int);");
    var report = lab.deploy();
    assertThat(report.text())
        .startsWith("deploy: 2 of 2 pending migrations applied to ")
        .contains("(version (none) -> 2, ", "V1__users.sql", "2 statements");
    assertThat(lab.query("SELECT name FROM users")).containsExactly("Ada");
  }

  @Test
  void namesTheDatabaseBeforeAnythingElse() {
    var lab = deployed();
    assertThat(lab.printed.get(0))
        .contains("database ", "server ", "environment  (not marked)", "URL from     the test");
  }

  @Test
  void findsNothingToDoTheSecondTime() {
    var report = deployed().deploy();
    assertThat(report.text()).startsWith("deploy: nothing pending, ").endsWith("is at version 1");
    assertThat(report.problem()).isEmpty();
  }

  @Test
  void refusesToDropAColumnThatNobodyAllowed() throws SQLException {
    var lab = deployed().migration("V2__drop.sql", DROP);
    var problem = lab.deploy().problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.HAZARD_NOT_ALLOWED);
    assertThat(problem.hint().orElseThrow())
        .contains("-Dtidegate.allow=drop-column:" + qualified("users.legacy"));
    assertThat(lab.query("SELECT legacy FROM users")).containsExactly("keep");
  }

  @Test
  void asksForTheWordOfSomebodyAlsoWhereNothingIsHeld() throws SQLException {
    var lab = deployed().execute("UPDATE users SET legacy = NULL");
    var problem = lab.migration("V2__drop.sql", DROP).deploy().problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.HAZARD_NOT_ALLOWED);
    assertThat(problem.detail().get(0)).contains("is dropped with its values (0 values now)");
  }

  @Test
  void dropsAColumnThatTheParameterAllows() {
    var lab = deployed().migration("V2__drop.sql", DROP);
    var report = lab.deploy(d -> d.allow("drop-column:" + qualified("users.legacy")));
    assertThat(report.problem()).isEmpty();
    assertThat(report.applied()).isEqualTo(1);
  }

  @Test
  void dropsAColumnThatTheFileAllows() {
    var allow = "-- tidegate:allow drop-column " + qualified("users.legacy") + " because unused\n";
    var report = deployed().migration("V2__drop.sql", allow + DROP).deploy();
    assertThat(report.problem()).isEmpty();
    assertThat(report.applied()).isEqualTo(1);
  }

  @Test
  void refusesAnApprovalThatMatchesNothing() {
    var lab = deployed().migration("V2__t.sql", "CREATE TABLE t (a int);");
    var problem = lab.deploy(d -> d.allow("drop-table:users")).problem().orElseThrow();
    assertThat(problem.detail())
        .containsExactly("allow=drop-table:users matches nothing that a pending migration does");
  }

  @Test
  void takesARenameForNoDrop() {
    var report =
        deployed()
            .migration("V2__r.sql", "ALTER TABLE users RENAME COLUMN legacy TO old;")
            .deploy();
    assertThat(report.problem()).isEmpty();
    assertThat(report.migrations().get(0).hazards())
        .filteredOn(hazard -> !hazard.brief())
        .extracting(hazard -> hazard.approval())
        .containsExactly("breaks-readers:" + qualified("users.legacy"));
  }

  @Test
  void takesADropAndACreationForADrop() {
    var sql =
        "DROP TABLE users; CREATE TABLE users (id integer PRIMARY KEY, name text, legacy text);";
    var problem = deployed().migration("V2__again.sql", sql).deploy().problem().orElseThrow();
    assertThat(problem.hint().orElseThrow()).contains("drop-table:" + qualified("users"));
  }

  @Test
  void refusesToDeleteRowsThatNobodyAllowed() {
    var problem =
        deployed().migration("V2__d.sql", "DELETE FROM users;").deploy().problem().orElseThrow();
    assertThat(problem.hint().orElseThrow()).contains("delete:" + qualified("users"));
  }

  @Test
  void letsAMigrationDropWhatNeverReachedTheDatabase() {
    var lab =
        deployed()
            .migration("V2__t.sql", "CREATE TABLE t (a int);")
            .migration("V3__t.sql", "DROP TABLE t;");
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void dropsInADatabaseWithoutAnythingNeedNoApproval() {
    var lab = lab().migration("V1__users.sql", USERS).migration("V2__drop.sql", DROP);
    assertThat(lab.deploy().applied()).isEqualTo(2);
  }

  @Test
  void saysNothingOfAStateOnWhichTheMigrationWasProved() {
    var lab = deployed();
    var diff = lab.file("to.sql", DECLARED).diff("to.sql");
    assertThat(diff.problem()).isEmpty();
    assertThat(diff.written().orElseThrow()).endsWith("V2__next.sql");
    assertThat(diff.files().get(0).script())
        .startsWith("-- tidegate:from " + diff.fingerprints().from() + "\n")
        .contains("-- tidegate:to " + diff.fingerprints().to() + "\n");
    assertThat(lab.deploy(d -> d.dryRun()).notes()).isEmpty();
    assertThat(lab.deploy().problem()).isEmpty();
    assertThat(lab.diff("to.sql").statements()).isEmpty();
  }

  @Test
  void saysInWhatADatabaseIsNotTheStateOnWhichTheMigrationWasProved() throws SQLException {
    var lab = deployed();
    lab.file("to.sql", DECLARED).diff("to.sql");
    lab.execute("CREATE TABLE drifted (id integer PRIMARY KEY)");
    var report = lab.deploy(d -> d.dryRun());
    assertThat(report.notes().get(0))
        .startsWith("V2__next.sql was proved on another state than that of this database");
    assertThat(report.text()).contains("table " + qualified("drifted"));
    assertThat(report.problem()).isEmpty();
  }

  @Test
  void appliesNothingInADryRun() {
    var lab = deployed().migration("V2__t.sql", "CREATE TABLE t (a int);");
    var report = lab.deploy(d -> d.dryRun());
    assertThat(report.text()).contains("1 migration pending", "nothing was applied", "plan hash ");
    refused(() -> lab.query("SELECT * FROM t"));
  }

  @Test
  void appliesOnlyThePlanThatWasReviewed() {
    var lab = deployed().migration("V2__t.sql", "CREATE TABLE t (a int);");
    var hash = lab.deploy(d -> d.dryRun()).planHash();
    lab.migration("V2__t.sql", "CREATE TABLE t (b int);");
    assertThat(lab.deploy(d -> d.planHash(hash)).problem()).isPresent();
    lab.migration("V2__t.sql", "CREATE TABLE t (a int);");
    assertThat(lab.deploy(d -> d.planHash(hash)).applied()).isEqualTo(1);
  }

  @Test
  void showsWhichStatementsWereNotReviewed() throws IOException {
    var lab =
        deployed()
            .migration("V2__t.sql", "CREATE TABLE t (a int); CREATE TABLE u (a int);")
            .migration("V3__w.sql", "CREATE TABLE w (a int);");
    var reviewed = lab.deploy(d -> d.dryRun());
    lab.file("reviewed.json", JsonFormat.of(reviewed));
    lab.migration("V2__t.sql", "CREATE TABLE t (b int); CREATE TABLE u (a int);")
        .migration("V3__w.sql", "CREATE TABLE w (a int);\nCREATE TABLE x (a int);");
    var problem =
        lab.deploy(d -> d.planHash(reviewed.planHash()).reviewedPlan(lab.at("reviewed.json")))
            .problem()
            .orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.PLAN_DIFFERS);
    assertThat(problem.detail())
        .containsSubsequence(
            "V2__t.sql: was changed",
            "    - CREATE TABLE t (a int)",
            "    + CREATE TABLE t (b int)",
            "V3__w.sql: was changed",
            "    + CREATE TABLE x (a int)")
        .noneMatch(line -> line.contains("CREATE TABLE u"));
    assertThat(lab.deploy(d -> d.planHash(reviewed.planHash())).problem().orElseThrow().detail())
        .anyMatch(line -> line.startsWith("what was reviewed is not known here"))
        .anyMatch(line -> line.endsWith("  CREATE TABLE t (b int)"));
  }

  @Test
  void saysOfEachStatementWhereItBeginsAndAllOfIt() {
    var long1 = "INSERT INTO t VALUES ('" + "x".repeat(5_000) + "')";
    var sql = "-- of t\nCREATE TABLE t (\n  a text\n);\n\n/* rows */ " + long1 + ";\n";
    var report = deployed().migration("V2__t.sql", sql).deploy(d -> d.dryRun());
    var statements = report.plan().get(0).statements();
    assertThat(statements).extracting(it -> it.line()).containsExactly(2, 6);
    assertThat(statements)
        .extracting(it -> it.sql())
        .containsExactly("CREATE TABLE t (\n  a text\n)", long1);
    assertThat(JsonFormat.of(report)).contains("\"line\": 6", long1, "\"cut\": false");
  }

  @Test
  void saysInADryRunHowTheDatabaseDiffersAlready() throws SQLException {
    var lab = deployed().migration("V2__t.sql", "CREATE TABLE t (a int);");
    lab.execute("ALTER TABLE users ADD COLUMN byhand text");
    var report = lab.deploy(d -> d.dryRun());
    assertThat(report.drift()).containsExactly("[+] column " + qualified("users.byhand"));
    assertThat(report.text()).contains("[+] column " + qualified("users.byhand"));
    assertThat(lab.deploy().drift()).containsExactly("[+] column " + qualified("users.byhand"));
  }

  @Test
  void showsTheWayBackAndWhatItDoesNotBringBack() throws IOException, SQLException {
    var lab =
        deployed()
            .migration("V2__t.sql", "CREATE TABLE t (a int);" + DROP)
            .migration("V3__n.sql", "ALTER TABLE users RENAME COLUMN name TO title;");
    var allowed = "drop-column:" + qualified("users.legacy");
    var before = lab.query("SELECT name FROM users");
    var report = lab.deploy(d -> d.dryRun().rollback().allow(allowed));
    var back = report.rollback().orElseThrow();
    assertThat(back.lost()).hasSize(1).allMatch(line -> line.startsWith(allowed + ", "));
    var script = back.files().get(0).script();
    assertThat(script)
        .startsWith("-- leads back from after V3__n.sql to before V2__t.sql; this was destroyed")
        .contains("DROP TABLE")
        .contains("RENAME COLUMN");
    assertThat(report.text()).contains("the way back:", "RENAME COLUMN");
    assertThat(report.markdown()).contains("The way back, proved as well:");
    assertThat(lab.deploy(d -> d.rollback().allow(allowed)).rollback().orElseThrow())
        .isEqualTo(back);
    lab.migration("V4__back.sql", script);
    lab.deploy(d -> d.allow("drop-table"));
    assertThat(lab.query("SELECT name FROM users")).isEqualTo(before);
    assertThat(lab.query("SELECT legacy FROM users")).containsExactly("null");
  }

  @Test
  void showsTheWayBackToAnEmptyDatabaseAndNoneWhereNothingIsPending() {
    var lab = lab().migration("V1__users.sql", USERS);
    var back = lab.deploy(d -> d.dryRun().rollback()).rollback().orElseThrow();
    assertThat(back.files().get(0).script()).contains("DROP TABLE");
    assertThat(back.lost()).isEmpty();
    lab.deploy();
    var report = lab.deploy(d -> d.dryRun().rollback());
    assertThat(report.rollback()).isEmpty();
    assertThat(report.notes()).contains("nothing is pending, so there is no way back from it");
  }

  @Test
  void knowsThePlanOfAReportWithoutItsHash() throws IOException {
    var lab = deployed().migration("V2__t.sql", "CREATE TABLE t (a int);");
    lab.file("reviewed.json", JsonFormat.of(lab.deploy(d -> d.dryRun())));
    assertThat(lab.deploy(d -> d.reviewedPlan(lab.at("reviewed.json"))).applied()).isEqualTo(1);
    lab.migration("V3__u.sql", "CREATE TABLE u (a int);");
    assertThat(
            lab.deploy(d -> d.reviewedPlan(lab.at("reviewed.json")))
                .problem()
                .orElseThrow()
                .detail())
        .contains("V2__t.sql: was reviewed, and is not pending", "V3__u.sql: was not reviewed");
    assertThatThrownBy(() -> lab.deploy(d -> d.reviewedPlan(lab.at("m/V2__t.sql"))))
        .hasMessageContaining("TG-1008");
  }

  @Test
  void appliesNoReviewedPlanToADatabaseThatChangedSince() throws SQLException {
    var lab = deployed().migration("V2__t.sql", "CREATE TABLE t (a int);");
    var hash = lab.deploy(d -> d.dryRun()).planHash();
    lab.execute("ALTER TABLE users ADD COLUMN byhand text");
    assertThat(lab.deploy(d -> d.planHash(hash)).problem().orElseThrow().code())
        .isEqualTo(ProblemCode.PLAN_DIFFERS);
    var again = lab.deploy(d -> d.dryRun()).planHash();
    assertThat(lab.deploy(d -> d.dryRun()).planHash()).isEqualTo(again);
    assertThat(lab.deploy(d -> d.planHash(again)).applied()).isEqualTo(1);
  }

  @Test
  void stopsAfterTheTarget() {
    var lab =
        lab().migration("V1__users.sql", USERS).migration("V2__t.sql", "CREATE TABLE t (a int);");
    assertThat(lab.deploy(d -> d.upTo("1")).toVersion()).contains("1");
    refused(() -> lab.query("SELECT * FROM t"));
  }

  @Test
  void refusesAMigrationThatWasChanged() {
    var lab = deployed().migration("V1__users.sql", USERS + " ");
    lab.migration("V1__users.sql", USERS.replace("Ada", "Bob"));
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll(
            "TG-2101",
            "V1__users.sql",
            "with checksum",
            "nothing was changed; the database is at version 1");
  }

  @Test
  void refusesAMigrationBelowTheDatabasesVersion() {
    var lab = lab().migration("V2__users.sql", USERS);
    lab.deploy();
    lab.migration("V1__t.sql", "CREATE TABLE t (a int);");
    assertThatThrownBy(lab::deploy).hasMessageContainingAll("TG-2106", "V1__t.sql");
  }

  @Test
  void rollsBackAMigrationThatTheDataRefuses() throws SQLException {
    var lab = deployed().execute("INSERT INTO users VALUES (2, 'Bob', '')");
    lab.migration("V2__bad.sql", "INSERT INTO users VALUES (3, 'x', ''), (2, 'y', '');");
    var problem = lab.deploy().problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
    assertThat(lab.query("SELECT name FROM users ORDER BY id")).containsExactly("Ada", "Bob");
  }

  @Test
  void triesAMigrationInScratchBeforeTheDatabaseSeesIt() {
    var lab = deployed().migration("V2__bad.sql", "CREATE TABLE t (a int); DROP TABLE nowhere;");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll("TG-2103", "V2__bad.sql", "nowhere", "nothing was changed");
    refused(() -> lab.query("SELECT * FROM t"));
  }

  @Test
  void refusesADatabaseWithTablesAndNoHistory() throws SQLException {
    var lab = lab().execute("CREATE TABLE old (a int)").migration("V1__users.sql", USERS);
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll("TG-2107", "old", "-Dtidegate.baseline=");
    refused(() -> lab.query("SELECT * FROM users"));
  }

  @Test
  void adoptsADatabaseAndThenDeploysWhatFollows() throws SQLException {
    var lab = lab().execute("CREATE TABLE users (id integer PRIMARY KEY, legacy text)");
    lab.migration("V2__t.sql", "CREATE TABLE t (a int);");
    assertThat(lab.deploy(d -> d.baseline("1")).text())
        .contains("adopted at version 1, nothing was run");
    refused(() -> lab.query("SELECT * FROM t"));
    assertThat(lab.deploy(d -> d.baseline("1")).applied()).isEqualTo(1);
    lab.migration("V3__drop.sql", DROP);
    assertThat(lab.deploy().problem().orElseThrow().code())
        .isEqualTo(ProblemCode.HAZARD_NOT_ALLOWED);
  }

  @Test
  void refusesAnotherEnvironmentThanTheOneMarked() {
    var lab = lab().migration("V1__users.sql", USERS);
    assertThat(lab.deploy(d -> d.environment("production")).database().environment())
        .contains("production");
    assertThatThrownBy(() -> lab.deploy(d -> d.environment("staging")))
        .hasMessageContainingAll("TG-2201", "nothing was changed");
    assertThatThrownBy(lab::deploy).hasMessageContaining("TG-2202");
    assertThat(lab.deploy(d -> d.environment("production")).problem()).isEmpty();
  }

  @Test
  void leavesNoLabelInADatabaseThatItRefuses() {
    var lab = deployed().migration("V2__drop.sql", DROP);
    assertThat(lab.deploy(d -> d.environment("production")).problem()).isPresent();
    refused(() -> lab.query("SELECT * FROM tidegate_environment"));
  }

  @Test
  void refusesACallbackThatDeletesRows() throws SQLException {
    var lab = deployed().migration("V2__t.sql", "CREATE TABLE t (a int);");
    var hash = lab.deploy(d -> d.dryRun()).planHash();
    lab.migration("afterMigrate.sql", "DELETE FROM users;");
    assertThat(lab.deploy(d -> d.dryRun()).planHash()).isNotEqualTo(hash);
    assertThat(lab.deploy().problem().orElseThrow().detail())
        .containsExactly(
            "afterMigrate.sql: rows of "
                + qualified("users")
                + " are deleted (1 row now)   [delete]");
    assertThat(lab.query("SELECT name FROM users")).containsExactly("Ada");
  }

  @Test
  void runsTheChecksAfterwards() {
    var lab = lab().migration("V1__users.sql", USERS);
    lab.file("checks/no_ada.sql", "SELECT name FROM users WHERE name = 'Ada'");
    var report = lab.deploy();
    assertThat(report.problem().orElseThrow().text())
        .contains("TG-2111", "no_ada.sql: 1 row: (Ada)");
    assertThat(report.applied()).isEqualTo(1);
  }

  @Test
  void letsNoCheckWriteOrHideASecondQuery() throws SQLException {
    var lab = lab().migration("V1__users.sql", USERS);
    lab.file("checks/a.sql", "DELETE FROM users RETURNING name");
    lab.file("checks/b.sql", "SELECT name FROM users WHERE 1 = 0; SELECT name FROM users;");
    assertThat(lab.deploy().problem().orElseThrow().text())
        .contains("a.sql: ", "b.sql: it is more than one query");
    assertThat(lab.query("SELECT name FROM users")).contains("Ada");
  }

  @Test
  void reportsADatabaseThatIsNotWhatItsMigrationsBuild() throws SQLException {
    var lab =
        deployed()
            .execute("CREATE TABLE byhand (a int)")
            .migration("V2__t.sql", "CREATE TABLE t (a int);");
    assertThat(lab.deploy().drift())
        .anyMatch(line -> line.startsWith("[+] table ") && line.contains("byhand"));
  }

  @Test
  void statusTellsPendingAndDriftAndChangesNothing() throws SQLException {
    var lab =
        deployed()
            .execute("ALTER TABLE users ADD COLUMN byhand text")
            .migration("V2__t.sql", "CREATE TABLE t (a int);");
    var report = lab.status(false, false);
    assertThat(report.text())
        .contains("is at version 1: 1 applied, 1 pending", "[+] column", "byhand");
    assertThat(lab.status(true, false).problem().orElseThrow().code())
        .isEqualTo(ProblemCode.MIGRATIONS_PENDING);
    assertThat(lab.status(false, true).problem().orElseThrow().code())
        .isEqualTo(ProblemCode.DATABASE_DRIFTED);
    refused(() -> lab.query("SELECT * FROM t"));
  }

  @Test
  void statusFailsWhenDriftCouldNotBeChecked() {
    var lab = deployed().migration("V1__users.sql", USERS + " SELECT 1;");
    assertThat(lab.status(false, true).problem().orElseThrow().text())
        .contains("TG-2110", "drift could not be checked", "V1__users.sql");
  }

  @Test
  void statusOfAnEmptyDatabaseMakesNoHistory() {
    var lab = lab().migration("V1__users.sql", USERS);
    assertThat(lab.status(false, false).driftChecked()).isFalse();
    refused(() -> lab.query("SELECT * FROM flyway_schema_history"));
  }

  @Test
  void writesJsonThatSaysWhatTheTextSays() {
    var json = JsonFormat.of(deployed().migration("V2__drop.sql", DROP).deploy());
    assertThat(json)
        .contains(
            "\"format\": 1",
            "\"goal\": \"deploy\"",
            "\"outcome\": \"failure\"",
            "\"code\": \"TG-3201\"",
            "\"name\": \"hazard-not-allowed\"",
            "\"approval\": \"drop-column:" + qualified("users.legacy") + "\"");
  }

  static void refused(ThrowingCallable query) {
    assertThatThrownBy(query).isInstanceOfAny(SQLException.class, TidegateException.class);
  }
}
