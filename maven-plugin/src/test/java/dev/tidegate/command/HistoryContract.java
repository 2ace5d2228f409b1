package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.problem.TidegateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In what history and folder can disagree, on every database: each with its own way out. */
abstract class HistoryContract {

  /** An empty database and an empty folder. */
  abstract Lab lab();

  /** The project's folder. */
  abstract Path folder();

  private Lab deployed() {
    var lab =
        lab()
            .migration("V1__a.sql", "CREATE TABLE a (x int);")
            .migration("V2__b.sql", "CREATE TABLE b (x int);")
            .migration("V3__c.sql", "CREATE TABLE c (x int);");
    assertThat(lab.deploy().applied()).isEqualTo(3);
    return lab;
  }

  private void remove(String... names) throws IOException {
    for (var name : names) {
      Files.delete(folder().resolve("m").resolve(name));
    }
  }

  /** The SQL that a refusal prints, from its first word on. */
  private static String printed(Lab lab, String command) {
    var next = lab.status(false, false).next();
    return next.substring(next.indexOf(command)).lines().findFirst().orElseThrow();
  }

  @Test
  void saysThatTheCheckoutIsOlder() throws Exception {
    var lab = deployed();
    remove("V2__b.sql", "V3__c.sql");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll(
            "TG-2123 the database is at version 3, and this folder ends at 1",
            "this checkout is older than the database",
            "V2__b.sql: applied 20",
            "V3__c.sql: applied 20",
            "nothing was changed; the database is at version 3",
            "git pull");
    var status = lab.status(false, false);
    assertThat(status.text())
        .contains(
            "a deploy would be refused: TG-2123", "  ahead           V2__b.sql", "next: git pull")
        .doesNotContain("pending");
  }

  @Test
  void tellsAHoleFromAnOlderCheckoutAndPrintsItsWayOut() throws Exception {
    var lab = deployed();
    remove("V2__b.sql");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll("TG-2102 migration V2__b.sql was applied", "git log --all --");
    lab.execute(printed(lab, "DELETE FROM"));
    lab.execute("DROP TABLE b");
    assertThat(lab.deploy().problem()).isEmpty();
    assertThat(lab.status(true, true).problem()).isEmpty();
  }

  @Test
  void letsTheHistoryHaveTheNewTextOfAChangedFile() throws Exception {
    var lab = deployed().migration("V2__b.sql", "-- explained\nCREATE TABLE b (x int);");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll("TG-2101", "V2__b.sql: applied 20", "if only comments or blanks");
    lab.execute(printed(lab, "UPDATE flyway_schema_history"));
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void namesTheMoveOfAFileThatIsTooOld() throws Exception {
    var lab = deployed();
    lab.migration("V2.5__late.sql", "CREATE TABLE late (x int);");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll(
            "TG-2106",
            "V2.5__late.sql: the database is at version 3, since 20",
            "git mv " + folder().resolve("m/V2.5__late.sql"),
            "V4__late.sql");
    Files.move(folder().resolve("m/V2.5__late.sql"), folder().resolve("m/V4__late.sql"));
    assertThat(lab.deploy().applied()).isEqualTo(1);
  }

  @Test
  void quotesAFileNameInTheMoveToPaste() throws Exception {
    var lab = deployed();
    lab.migration("V2.5__late $(id).sql", "CREATE TABLE late (x int);");
    assertThatThrownBy(lab::deploy)
        .hasMessageContaining("git mv '" + folder().resolve("m/V2.5__late $(id).sql") + "' ");
  }

  @Test
  void saysTwoFilesOfOneVersion() {
    var lab = deployed().migration("V3__d.sql", "CREATE TABLE d (x int);");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll("TG-2002 version 3 is given to 2 files", "V3__c.sql", "V3__d.sql");
  }

  @Test
  void leadsAJavaMigrationToAFile() throws Exception {
    var lab = deployed();
    lab.execute(
        "UPDATE flyway_schema_history SET type = 'JDBC', script = 'db.migration.V3__C',"
            + " checksum = NULL WHERE version = '3'");
    remove("V3__c.sql");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll(
            "TG-2125 migration db.migration.V3__C was not applied from SQL",
            "write down as V3__c.sql what it did to the schema");
    assertThat(lab.status(false, false).text()).contains("  not sql         db.migration.V3__C");
    lab.migration("V3__c.sql", "CREATE TABLE c (x int);");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll("TG-2125", "if V3__c.sql does the same: UPDATE");
    lab.execute(printed(lab, "UPDATE flyway_schema_history"));
    assertThat(lab.deploy().problem()).isEmpty();
    assertThat(lab.status(true, true).problem()).isEmpty();
  }

  @Test
  void namesAFailedMigrationWithWhenAndWho() throws Exception {
    var lab =
        deployed().execute("UPDATE flyway_schema_history SET success = FALSE WHERE version = '3'");
    assertThatThrownBy(lab::deploy).hasMessageContainingAll("TG-2105", "V3__c.sql failed 20");
    assertThat(lab.status(false, false).text())
        .contains("a deploy would be refused: TG-2105", "  failed          V3__c.sql");
  }

  @Test
  void refusesAFileThatIsPutBelowTheBaseline() throws SQLException {
    var lab = lab().migration("V5__a.sql", "CREATE TABLE a (x int);");
    lab.execute("CREATE TABLE a (x int)");
    lab.deploy(d -> d.baseline("5"));
    assertThat(lab.deploy().problem()).isEmpty();
    lab.migration("V4__late.sql", "CREATE TABLE late (x int);");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll(
            "TG-2126 a file was added at or below the baseline 5",
            "the baseline stood for 1",
            "V4__late.sql");
  }

  /**
   * Flyway's paid edition undoes; its repair marks rows as deleted; it notes that it made a schema.
   */
  @Test
  void readsRowsThatOnlyFlywayWrites() throws SQLException {
    var lab = deployed();
    lab.execute(row(4, "3", "UNDO_SQL", "U3__c.sql", 7));
    lab.execute("DROP TABLE c");
    assertThatThrownBy(lab::deploy)
        .satisfies(
            refusal -> {
              var hint = ((TidegateException) refusal).problem().hint().orElseThrow();
              assertThat(refusal).hasMessageContainingAll("TG-2125", "a row of type UNDO_SQL");
              lab.execute(hint.substring(hint.indexOf("DELETE")));
            });
    assertThat(lab.status(false, false).text()).contains("1 pending").contains("2 applied");
    assertThat(lab.deploy().applied()).isEqualTo(1);
    assertThat(lab.status(true, true).problem()).isEmpty();
  }

  @Test
  void readsRowsThatFlywaysRepairMarkedAsDeleted() throws Exception {
    var lab = deployed();
    remove("V2__b.sql");
    lab.execute(row(4, "2", "DELETE", "V2__b.sql", 0)).execute("DROP TABLE b");
    assertThat(lab.status(true, true).problem()).isEmpty();
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void passesOverTheRowThatSaysThatFlywayMadeTheSchema() throws SQLException {
    var lab = deployed();
    lab.execute(row(0, null, "SCHEMA", "\"public\"", 0));
    assertThat(lab.status(true, true).problem()).isEmpty();
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void takesTheLastRunOfARepeatableMigration() {
    var lab =
        deployed().migration("R__v.sql", "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT 1 AS a;");
    lab.deploy();
    lab.migration("R__v.sql", "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT 2 AS a;");
    assertThat(lab.status(false, false).text())
        .contains("1 pending", "  pending         R__v.sql   changed since it ran 20")
        .endsWith("next: mvn tidegate:deploy");
    assertThat(lab.deploy().applied()).isEqualTo(1);
    assertThat(lab.status(true, true).text()).contains("4 applied").doesNotContain("pending");
  }

  private static String row(
      int rank, @Nullable String version, String type, String script, int millis) {
    return "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
        + " checksum, installed_by, installed_on, execution_time, success) VALUES ("
        + rank
        + ", "
        + (version == null ? "NULL" : "'" + version + "'")
        + ", 'x', '"
        + type
        + "', '"
        + script
        + "', NULL, 'flyway', '2024-01-01 10:00:00', "
        + millis
        + ", TRUE)";
  }
}
