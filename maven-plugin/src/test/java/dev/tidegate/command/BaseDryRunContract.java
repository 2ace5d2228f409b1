package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.DeployReport;
import dev.tidegate.report.JsonFormat;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A folder of migrations stands for the database, and says what the database would have said. */
abstract class BaseDryRunContract {
  private static final String USERS =
      "CREATE TABLE users (id integer PRIMARY KEY, name text, legacy text);";
  private static final String VIEW = "DROP VIEW IF EXISTS names; CREATE VIEW names AS ";

  /** A database and an empty folder. */
  abstract Lab lab();

  abstract String dialect();

  /** The column's name as hazards have it. */
  abstract String qualified(String name);

  private DeployReport onBase(Lab lab, String... unread) {
    return onBase(lab, List.of(), unread);
  }

  private DeployReport onBase(Lab lab, List<String> allow, String... unread) {
    var base = new BaseDryRun.Base(lab.at("base"), Optional.of(dialect()), List.of(unread));
    return new BaseDryRun(lab.workspace(), base)
        .run(
            settings ->
                lab.request(
                    new Lab.Deploy()
                        .dryRun()
                        .rollback()
                        .environment("production")
                        .allow(allow.toArray(String[]::new)),
                    lab.workspace(),
                    settings));
  }

  /** The same file in the base and in the head. */
  private static Lab both(Lab lab, String name, String sql) {
    return lab.file("base/" + name, sql).migration(name, sql);
  }

  private Lab users() {
    return both(lab(), "V1__users.sql", USERS + " INSERT INTO users VALUES (1, 'Ada', 'x');");
  }

  @Test
  void hasThePlanHashOfADatabaseWithExactlyTheseMigrations() {
    var lab = users();
    lab.deploy();
    lab.migration("V2__t.sql", "CREATE TABLE t (a int);\nALTER TABLE users DROP COLUMN legacy;");
    var report = onBase(lab, List.of("drop-column:" + qualified("users.legacy")));
    assertThat(report.problem()).isEmpty();
    var live = lab.deploy(d -> d.dryRun().allow("drop-column:" + qualified("users.legacy")));
    assertThat(report.planHash()).isEqualTo(live.planHash()).hasSize(64);
    assertThat(report.plan()).isEqualTo(live.plan());
    assertThat(report.migrations().get(0).hazards())
        .isEqualTo(live.migrations().get(0).hazards())
        .isNotEmpty();
    assertThat(report.fromVersion()).contains("1");
    var applied =
        lab.deploy(
            d -> d.planHash(report.planHash()).allow("drop-column:" + qualified("users.legacy")));
    assertThat(applied.problem()).isEmpty();
    assertThat(applied.applied()).isEqualTo(1);
  }

  @Test
  void hasItAlsoWithRepeatableMigrationsThatChangeAndCallbacks() throws SQLException {
    var lab = lab();
    both(lab, "V1__users.sql", USERS);
    both(lab, "R__names.sql", VIEW + "SELECT id FROM users;");
    lab.deploy();
    both(lab, "V2__t.sql", "CREATE TABLE t (a int);");
    both(lab, "R__names.sql", VIEW + "SELECT id, name FROM users;");
    both(lab, "afterMigrate.sql", "UPDATE users SET name = 'a' WHERE id = 1;");
    lab.deploy();
    lab.migration("R__names.sql", VIEW + "SELECT id, name, legacy FROM users;")
        .migration("V3__u.sql", "CREATE TABLE u (a int);")
        .migration("afterMigrate.sql", "UPDATE users SET name = 'b' WHERE id = 1;");
    var report = onBase(lab);
    var live = lab.deploy(d -> d.dryRun());
    assertThat(report.planHash()).isEqualTo(live.planHash());
    assertThat(onBase(lab.restricted()).planHash()).isEqualTo(live.planHash());
    assertThat(report.drift()).isEmpty();
    assertThat(live.drift()).isEmpty();
    assertThat(report.migrations())
        .extracting(it -> it.script())
        .containsExactly("V3__u.sql", "R__names.sql");
    assertThat(lab.deploy(d -> d.planHash(report.planHash())).applied()).isEqualTo(2);
    assertThat(lab.query("SELECT legacy FROM names")).isEmpty();
  }

  @Test
  void hasItWhereNothingIsAppliedAndWhereNothingIsPending() {
    var lab = lab().migration("V1__users.sql", USERS).file("base/.keep", "");
    assertThat(onBase(lab).planHash()).isEqualTo(lab.deploy(d -> d.dryRun()).planHash());
    both(lab, "V1__users.sql", USERS);
    lab.deploy();
    var report = onBase(lab);
    assertThat(report.migrations()).isEmpty();
    assertThat(report.planHash()).isEqualTo(lab.deploy(d -> d.dryRun()).planHash());
  }

  @Test
  void looksAtNoDatabaseAndSaysSo() {
    var lab = users().migration("V2__d.sql", "ALTER TABLE users DROP COLUMN legacy;");
    var report = onBase(lab, "DATABASE_URL of the environment");
    assertThat(lab.printed.get(0))
        .contains("scratch database with 1 migration of " + lab.at("base"))
        .contains("none, base stands for the database; not read: DATABASE_URL of the environment");
    assertThat(report.problem().orElseThrow().code()).isEqualTo(ProblemCode.HAZARD_NOT_ALLOWED);
    assertThat(report.problem().orElseThrow().detail().get(0)).doesNotContain("0 values");
    assertThat(report.probes()).isEmpty();
    assertThat(report.notes()).anyMatch(note -> note.startsWith("no database was looked at"));
    assertThat(report.notes()).noneMatch(note -> note.contains("backup"));
    assertThat(report.base()).contains(lab.at("base").toString());
    assertThat(report.database().host()).isEmpty();
    assertThat(JsonFormat.of(report)).contains("\"base\": ").doesNotContain("127.0.0.1", "jdbc:");
    assertThat(report.rollback()).isPresent();
  }

  @Test
  void refusesWhatTheHistoryWouldRefuse() {
    var changed = users().migration("V1__users.sql", USERS);
    assertThatThrownBy(() -> onBase(changed)).hasMessageContaining("TG-2101");
    var missing = both(users(), "V3__t.sql", "CREATE TABLE t (a int);");
    missing.file("base/V2__gone.sql", "CREATE TABLE gone (a int);");
    assertThatThrownBy(() -> onBase(missing)).hasMessageContaining("TG-2102");
  }

  @Test
  void refusesWhatComesTooLateAndAFolderThatIsNotThere() {
    var late = both(users(), "V3__t.sql", "CREATE TABLE t (a int);");
    late.migration("V2__late.sql", "CREATE TABLE late (a int);");
    assertThatThrownBy(() -> onBase(late)).hasMessageContaining("TG-2106");
    var lab = lab().migration("V1__users.sql", USERS);
    assertThatThrownBy(
            () ->
                new BaseDryRun(
                        lab.workspace(),
                        new BaseDryRun.Base(lab.at("nowhere"), Optional.empty(), List.of()))
                    .run(settings -> lab.request(new Lab.Deploy(), lab.workspace(), settings)))
        .hasMessageContaining("TG-1008");
  }
}
