package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.FleetReport;
import dev.tidegate.report.FleetReport.Outcome;
import dev.tidegate.report.FleetStatusReport.Standing;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema a tenant, in one database. */
class SchemaTargetsTest {
  private static final String TENANTS =
      "SELECT nspname AS schema FROM pg_namespace WHERE nspname ~ '^(tenant|Tenant)' ORDER BY 1";
  private static final String USERS =
      """
      CREATE TABLE users (id serial PRIMARY KEY, name text, legacy text);
      INSERT INTO users (name, legacy) VALUES ('Ada', 'keep');
      CREATE VIEW names AS SELECT u.name FROM users u WHERE u.name <> '';
      CREATE FUNCTION hello(who users) RETURNS text LANGUAGE sql AS 'SELECT who.name';
      """;

  private final ScratchDatabase database = TestPostgres.database(17);
  private final Lab lab;

  SchemaTargetsTest(@TempDir Path folder) throws IOException {
    var settings = database.settings();
    this.lab =
        new Lab(
            folder,
            new ConnectionSettings(
                settings.url(), settings.user(), settings.password(), "the test", false));
  }

  @BeforeEach
  void tenants() throws SQLException {
    for (var name : List.of("tenant_a", "tenant_b", "tenant_c", "\"Tenant d\"")) {
      lab.execute("CREATE SCHEMA " + name);
    }
    lab.migration("V1__users.sql", USERS);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private FleetReport deploy() {
    return deploy(fleet -> fleet);
  }

  private FleetReport deploy(UnaryOperator<Lab.Fleet> rollout) {
    return lab.deployTo(TENANTS, rollout, deploy -> deploy);
  }

  private static List<Outcome> outcomes(FleetReport report) {
    return report.targets().stream().map(target -> target.outcome()).toList();
  }

  @Test
  void deploysToEachWithAHistoryOfItsOwn() throws SQLException {
    var report = deploy();
    assertThat(report.problem()).isEmpty();
    assertThat(report.totals().applied()).isEqualTo(4);
    assertThat(lab.query("SELECT name FROM tenant_b.users")).containsExactly("Ada");
    assertThat(lab.query("SELECT script FROM \"Tenant d\".flyway_schema_history"))
        .contains("V1__users.sql");
    assertThat(report.targets()).allMatch(target -> target.drift().isEmpty());
    assertThat(report.text())
        .startsWith("deploy: 4 targets: 4 deployed (")
        .contains("tenant_a", "1 of 1, version (none) -> 1");
  }

  @Test
  void namesEachOneOnALineOfItsOwn() {
    deploy();
    assertThat(lab.printed).anyMatch(line -> line.startsWith("[tenant_c] jdbc:postgresql://"));
    assertThat(lab.printed).anyMatch(line -> line.contains(", schema tenant_c, PostgreSQL 17"));
  }

  @Test
  void findsNothingToDoTheSecondTime() {
    deploy();
    var report = deploy();
    assertThat(outcomes(report)).containsOnly(Outcome.UNCHANGED);
    assertThat(report.text()).startsWith("deploy: 4 targets: 4 with nothing pending (");
  }

  @Test
  void findsNoDriftWhereSharedStepsAreSaidInEachSchemasName() {
    deploy();
    lab.migration(
        "V2__more.sql",
        """
        CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          user_id int REFERENCES users, note text DEFAULT 'x', CHECK (note <> ''));
        CREATE INDEX orders_user ON orders (user_id);
        CREATE VIEW open AS SELECT o.id, u.name FROM orders o JOIN users u ON u.id = o.user_id;
        """);
    var report = deploy();
    assertThat(outcomes(report)).containsOnly(Outcome.APPLIED);
    assertThat(report.targets()).allSatisfy(target -> assertThat(target.drift()).isEmpty());
  }

  @Test
  void findsTheDriftOfTheOneThatDrifted() throws SQLException {
    deploy();
    lab.execute("ALTER TABLE tenant_b.users ADD COLUMN byhand int");
    lab.migration("V2__t.sql", "CREATE TABLE t (a int);");
    var report = deploy();
    assertThat(report.targets().get(2).drift())
        .singleElement()
        .asString()
        .contains("tenant_b.users.byhand");
    assertThat(report.targets().get(1).drift()).isEmpty();
  }

  @Test
  void refusesWhatNobodyAllowedInTheNameOfTheSchema() {
    deploy();
    lab.migration("V2__drop.sql", "ALTER TABLE users DROP COLUMN legacy;");
    var report = deploy(fleet -> fleet.canary("tenant_b").goOn());
    assertThat(report.problem().orElseThrow().code()).isEqualTo(ProblemCode.TARGETS_FAILED);
    assertThat(report.problem().orElseThrow().summary()).isEqualTo("1 of 4 targets failed");
    var failed = report.targets().get(2);
    assertThat(failed.problem().orElseThrow().hint().orElseThrow())
        .contains("drop-column:tenant_b.users.legacy");
    assertThat(report.totals().notStarted()).isEqualTo(3);
  }

  @Test
  void allowsForAllByANameWithoutSchemaAndForOneByItsFullName() {
    deploy();
    lab.migration("V2__drop.sql", "ALTER TABLE users DROP COLUMN legacy;");
    var one =
        lab.deployTo(
            TENANTS,
            fleet -> fleet.canary("0").goOn().jobs(1),
            deploy -> deploy.allow("drop-column:tenant_b.users.legacy"));
    assertThat(one.totals().applied()).isEqualTo(1);
    assertThat(one.totals().failed()).isEqualTo(3);
    var all =
        lab.deployTo(TENANTS, fleet -> fleet, deploy -> deploy.allow("drop-column:users.legacy"));
    assertThat(all.problem()).isEmpty();
    assertThat(all.totals().applied()).isEqualTo(3);
    assertThat(all.totals().unchanged()).isEqualTo(1);
  }

  @Test
  void stopsAtTheFirstFailureAndGoesOnWhenAskedAgain() throws SQLException {
    deploy();
    lab.execute("INSERT INTO tenant_b.users (name) VALUES ('Ada')");
    lab.migration("V2__unique.sql", "CREATE UNIQUE INDEX names_once ON users (name);");
    var report = deploy(fleet -> fleet.jobs(1));
    assertThat(outcomes(report))
        .containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.FAILED, Outcome.NOT_STARTED);
    assertThat(report.text()).contains("tenant_b:\n  TG-");
    lab.execute("DELETE FROM tenant_b.users WHERE id > 1");
    assertThat(outcomes(deploy(fleet -> fleet.jobs(1))))
        .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.APPLIED, Outcome.APPLIED);
  }

  @Test
  void goesOnAfterAFailureWhereAskedTo() throws SQLException {
    deploy();
    lab.execute("INSERT INTO tenant_b.users (name) VALUES ('Ada')");
    lab.migration("V2__unique.sql", "CREATE UNIQUE INDEX names_once ON users (name);");
    assertThat(outcomes(deploy(Lab.Fleet::goOn)))
        .containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.FAILED, Outcome.APPLIED);
  }

  @Test
  void startsNothingElseAfterACanaryThatFailed() throws SQLException {
    deploy();
    lab.execute("INSERT INTO tenant_c.users (name) VALUES ('Ada')");
    lab.migration("V2__unique.sql", "CREATE UNIQUE INDEX names_once ON users (name);");
    var report = deploy(fleet -> fleet.canary("tenant_c").goOn());
    assertThat(report.totals().failed()).isEqualTo(1);
    assertThat(report.totals().notStarted()).isEqualTo(3);
    assertThat(report.notes()).contains("the canary failed, so no other target was started");
  }

  @Test
  void holdsThePlanHashForThoseThatHaveAPlan() {
    deploy();
    lab.migration("V2__t.sql", "CREATE TABLE t (a int);");
    var looked = lab.deployTo(TENANTS, fleet -> fleet, deploy -> deploy.dryRun());
    assertThat(outcomes(looked)).containsOnly(Outcome.PENDING);
    assertThat(looked.text()).contains("(4 targets)");
    var hash = looked.targets().get(0).planHash();
    for (var round = 0; round < 2; round++) {
      var report = lab.deployTo(TENANTS, fleet -> fleet, deploy -> deploy.planHash(hash));
      assertThat(report.problem()).isEmpty();
    }
    lab.migration("V3__u.sql", "CREATE TABLE u (a int);");
    var other = lab.deployTo(TENANTS, fleet -> fleet, deploy -> deploy.planHash(hash));
    assertThat(other.totals().failed()).isEqualTo(1);
  }

  @Test
  void runsAScriptThatAsksForItsSchemaInTheNameOfEach() {
    deploy();
    lab.migration(
        "V2__own.sql",
        """
        DO $$ BEGIN EXECUTE format('CREATE TABLE log_of_%s (a int)',
          replace(current_schema(), ' ', '_')); END $$;
        """);
    var report = deploy();
    assertThat(outcomes(report)).containsOnly(Outcome.APPLIED);
    assertThat(report.targets()).allSatisfy(target -> assertThat(target.drift()).isEmpty());
  }

  @Test
  void shardsTogetherDeployToEachOnce() {
    var first = deploy(fleet -> fleet.shard("1/2"));
    var second = deploy(fleet -> fleet.shard("2/2"));
    assertThat(first.totals().applied() + second.totals().applied()).isEqualTo(4);
    assertThat(first.totals().targets() + second.totals().targets()).isEqualTo(4);
    assertThat(first.text()).contains(" of shard 1/2");
  }

  @Test
  void tellsHowEachStands() throws SQLException {
    deploy();
    lab.execute("ALTER TABLE tenant_b.users ADD COLUMN byhand int");
    lab.migration("V2__t.sql", "CREATE TABLE t (a int);");
    lab.deployTo("SELECT 'tenant_a' AS schema", fleet -> fleet, deploy -> deploy);
    lab.execute("CREATE SCHEMA tenant_e");
    var report = lab.statusOf(TENANTS, false);
    assertThat(report.problem()).isEmpty();
    assertThat(report.targets())
        .extracting(target -> target.standing())
        .containsExactly(
            Standing.BEHIND, Standing.CURRENT, Standing.DRIFTED, Standing.BEHIND, Standing.BEHIND);
    assertThat(report.text())
        .startsWith("status: 5 targets: 1 current, 3 behind, 1 drifted")
        .contains("1 at version (none), 3 at version 1, 1 at version 2");
    assertThat(lab.statusOf(TENANTS, true).problem().orElseThrow().summary())
        .isEqualTo("4 of 5 targets are not as they should be");
  }

  @Test
  void refusesAQueryThatFindsNoTarget() {
    assertThatThrownBy(() -> lab.deployTo("SELECT 'x' AS schema WHERE false", f -> f, d -> d))
        .hasMessageContainingAll("TG-2502", "there are no targets");
  }

  @Test
  void refusesATargetThatIsNamedTwice() {
    var query = "SELECT 'tenant_a' AS schema UNION ALL SELECT 'tenant_a'";
    assertThatThrownBy(() -> lab.deployTo(query, fleet -> fleet, deploy -> deploy))
        .hasMessageContainingAll("TG-2501", "row 2: tenant_a is a target already, row 1");
  }

  @Test
  void refusesWordsThatNameNothing() {
    var query = "SELECT 'tenant_a' AS name";
    assertThatThrownBy(() -> lab.deployTo(query, fleet -> fleet, deploy -> deploy))
        .hasMessageContainingAll("TG-2501", "row 1: neither schema:NAME");
    assertThatThrownBy(() -> lab.deployTo("SELECT 1, 2", fleet -> fleet, deploy -> deploy))
        .hasMessageContainingAll("TG-2501", "2 columns");
    assertThatThrownBy(() -> deploy(fleet -> fleet.canary("tenant_x")))
        .hasMessageContainingAll("TG-2501", "no target is called tenant_x");
  }

  @Test
  void refusesAQueryThatWouldWrite() {
    assertThatThrownBy(
            () ->
                lab.deployTo(
                    "WITH x AS (DELETE FROM pg_class RETURNING relname) SELECT relname FROM x",
                    fleet -> fleet,
                    deploy -> deploy))
        .hasMessageContaining("read-only transaction");
  }
}
