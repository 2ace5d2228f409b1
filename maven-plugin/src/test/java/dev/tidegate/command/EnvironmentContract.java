package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the label of a database and the words of persons are good for, on every database. */
abstract class EnvironmentContract {
  private static final String AGENT = "CLAUDECODE";
  private static final String YES = "yes, nobody reads legacy any more";

  /** An empty database and an empty folder. */
  abstract Lab lab();

  /** The column's name as hazards have it. */
  abstract String qualified(String name);

  private Lab deployed(String label) {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (a int, legacy text);");
    lab.deploy(d -> d.environment(label));
    return lab;
  }

  private String label(Lab lab) throws SQLException {
    return String.join("", lab.query("SELECT label FROM tidegate_environment"));
  }

  @Test
  void takesALabelInWhateverCase() throws SQLException {
    var lab = deployed(" Production ");
    assertThat(label(lab)).isEqualTo("production");
    assertThat(lab.deploy(d -> d.environment("PRODUCTION")).problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"prod,production", "Producton,production", "stg,staging", "dev,development"})
  void refusesALabelThatIsNearlyOne(String label, String meant) {
    assertThatThrownBy(() -> deployed(label))
        .hasMessageContainingAll("TG-1003", "-Dtidegate.environment=" + meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"preprod", "qa", "staging", "customer-7"})
  void takesAnyOtherWord(String label) throws SQLException {
    assertThat(label(deployed(label))).isEqualTo(label);
  }

  @Test
  void quotesALabelOfTheDatabaseInCommandsToPaste() throws SQLException {
    var lab = deployed("staging");
    lab.execute("UPDATE tidegate_environment SET label = 'qa $(id)'");
    assertThatThrownBy(() -> lab.deploy(d -> d.environment("staging")))
        .hasMessageContaining("mvn tidegate:deploy -Dtidegate.environment='qa $(id)'");
    lab.migration("V2__u.sql", "CREATE TABLE u (a int);");
    assertThat(lab.status(false, false).text())
        .contains("next: mvn tidegate:deploy -Dtidegate.environment='qa $(id)'");
    lab.execute("UPDATE tidegate_environment SET label = 'production'");
    assertThatThrownBy(lab::deploy)
        .hasMessageContaining("mvn tidegate:deploy -Dtidegate.environment=production");
  }

  @Test
  void quotesANameOfTheDatabaseInTheApprovalToPaste() {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE \"t$(id)\" (a int);");
    lab.deploy();
    lab.migration("V2__d.sql", "DROP TABLE \"t$(id)\";");
    assertThat(lab.deploy().problem().orElseThrow().hint().orElseThrow())
        .contains("mvn tidegate:deploy -Dtidegate.allow='drop-table:")
        .endsWith("$(id)'");
  }

  @Test
  void saysHowALabelThatIsNearlyTheDatabasesIsWritten() {
    var lab = deployed("production");
    assertThatThrownBy(() -> lab.deploy(d -> d.environment("prod")))
        .hasMessageContainingAll("TG-2201", "write the label as the database has it");
  }

  @Test
  void renamesOnlyWhatCarriesTheLabelThatWasNamed() throws SQLException {
    var lab = deployed("staging");
    assertThatThrownBy(() -> lab.deploy(d -> d.environment("production")))
        .hasMessageContaining("TG-2201");
    assertThatThrownBy(() -> lab.deploy(d -> d.environment("production").renaming("test")))
        .hasMessageContainingAll(
            "TG-2209",
            "the database is marked staging",
            "nothing was changed",
            "-Dtidegate.renameEnvironment=staging");
    assertThatThrownBy(() -> lab.deploy(d -> d.renaming("staging")))
        .hasMessageContainingAll("TG-1003", "renameEnvironment");
    assertThat(lab.deploy(d -> d.environment("production").renaming("staging").dryRun()).notes())
        .anyMatch(note -> note.contains("changes from staging to production"));
    assertThat(label(lab)).isEqualTo("staging");
    var report = lab.deploy(d -> d.environment("production").renaming("staging"));
    assertThat(report.database().environment()).contains("production");
    assertThat(report.notes())
        .containsExactly("the label of the database changes from staging to production");
    assertThat(lab.query("SELECT label_before FROM tidegate_environment WHERE marked_at <> ''"))
        .containsExactly("staging");
    assertThat(lab.query("SELECT marked_by FROM tidegate_environment").get(0)).isNotEqualTo("null");
    assertThat(lab.deploy(d -> d.environment("production").renaming("staging")).problem())
        .isEmpty();
  }

  @Test
  void renamesALabelThatWasWrittenByHand() throws SQLException {
    var lab = deployed("staging");
    lab.execute("DROP TABLE tidegate_environment");
    lab.execute("CREATE TABLE tidegate_environment (label text NOT NULL)");
    lab.execute("INSERT INTO tidegate_environment VALUES ('Staging')");
    lab.deploy(d -> d.environment("test").renaming("staging"));
    assertThat(label(lab)).isEqualTo("test");
    assertThat(lab.query("SELECT label_before FROM tidegate_environment"))
        .containsExactly("Staging");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE tidegate_environment (label text)",
        "CREATE TABLE tidegate_environment AS SELECT 'a' AS label UNION SELECT 'b'",
        "CREATE TABLE tidegate_environment AS SELECT 'a' AS name",
        "CREATE TABLE tidegate_environment AS SELECT CAST(NULL AS text) AS label",
        "CREATE VIEW tidegate_environment AS SELECT 'a' AS label"
      })
  void refusesALabelThatCannotBeRead(String sql) throws SQLException {
    var lab = deployed("staging").execute("DROP TABLE tidegate_environment").execute(sql);
    assertThatThrownBy(() -> lab.deploy(d -> d.environment("staging")))
        .hasMessageContainingAll("TG-2208", "tidegate_environment", "nothing was changed");
    var status = lab.status(false, false);
    assertThat(status.problem()).isEmpty();
    assertThat(status.notes()).anyMatch(note -> note.contains("label of the database"));
  }

  @Test
  void statusOnlyNotesAnotherLabel() {
    var lab = deployed("production");
    lab.stated = java.util.Optional.of("staging");
    var report = lab.status(false, false);
    assertThat(report.problem()).isEmpty();
    assertThat(report.notes())
        .contains("the database is marked production, and staging was stated");
  }

  @Test
  void letsNoAgentDestroyDataWithoutThePersonsWords() throws SQLException {
    var lab = deployed("test").migration("V2__d.sql", "ALTER TABLE t DROP COLUMN legacy;");
    var allow = "drop-column:" + qualified("t.legacy");
    assertThat(
            lab.deploy(d -> d.environment("test").by(AGENT, "1").dryRun().allow(allow)).problem())
        .isEmpty();
    var problem =
        lab.deploy(d -> d.environment("test").by(AGENT, "1").allow(allow)).problem().orElseThrow();
    assertThat(problem.text())
        .contains("TG-2206", "Claude Code", "[drop-column]", "do not answer yourself");
    assertThat(
            lab.deploy(d -> d.environment("test").by(AGENT, "1").allow(allow).consent("yes"))
                .problem())
        .isPresent();
    assertThat(lab.query("SELECT count(legacy) FROM t")).containsExactly("0");
    var report = lab.deploy(d -> d.environment("test").by(AGENT, "1").allow(allow).consent(YES));
    assertThat(report.problem()).isEmpty();
    assertThat(report.consent().orElseThrow().words()).isEqualTo(YES);
    assertThat(report.text()).contains("consent given to Claude Code: " + YES);
    assertThat(
            lab.query(
                "SELECT agent || '|' || words || '|' || subject FROM tidegate_consent WHERE"
                    + " given_at <> '' AND database_user <> ''"))
        .containsExactly("Claude Code|" + YES + "|" + report.planHash());
  }

  @Test
  void asksAPersonForNothing() {
    var lab = deployed("test").migration("V2__d.sql", "ALTER TABLE t DROP COLUMN legacy;");
    var allow = "drop-column:" + qualified("t.legacy");
    assertThat(lab.deploy(d -> d.environment("test").allow(allow)).consent()).isEmpty();
  }

  @Test
  void treatsAnAgentAsAPersonWhereItIsTrusted() {
    var lab = deployed("test").migration("V2__d.sql", "ALTER TABLE t DROP COLUMN legacy;");
    var allow = "drop-column:" + qualified("t.legacy");
    assertThat(
            lab.deploy(d -> d.environment("test").by(AGENT, "1").allow(allow).trusting()).problem())
        .isEmpty();
  }

  @Test
  void letsAnAgentApplyWhatDestroysNothing() {
    var lab = deployed("test").migration("V2__u.sql", "CREATE TABLE u (a int);");
    assertThat(lab.deploy(d -> d.environment("test").by(AGENT, "1")).applied()).isEqualTo(1);
  }

  @Test
  void letsNoAgentLabelADatabaseProduction() {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (a int);");
    assertThat(
            lab.deploy(d -> d.environment("production").by("CODEX_SANDBOX", "seatbelt"))
                .problem()
                .orElseThrow()
                .detail())
        .contains("the database is marked production");
    assertThat(lab.deploy(d -> d.environment("staging").by("AI_AGENT", "x")).problem()).isEmpty();
    var problem =
        lab.deploy(d -> d.environment("test").renaming("staging").by("AGENT", "goose")).problem();
    assertThat(problem.orElseThrow().text())
        .contains("a coding agent (goose)", "changes from staging to test");
  }
}
