package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.report.FleetReport.Outcome;
import dev.tidegate.report.FleetReport.TargetEntry;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database or a file a tenant. */
class DatabaseTargetsTest {
  private final Path folder;

  DatabaseTargetsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String name(ScratchDatabase database) {
    return database.settings().url().database();
  }

  @Test
  void deploysToDatabasesOfOneServer() throws Exception {
    try (var first = TestPostgres.database(17);
        var second = TestPostgres.database(17)) {
      var settings = first.settings();
      var lab =
          new Lab(
              folder,
              new ConnectionSettings(
                  settings.url(), settings.user(), settings.password(), "the test", false));
      lab.migration("V1__t.sql", "CREATE TABLE t (a int);");
      lab.file(
          "tenants",
          "# ours\n\ndatabase:%s\n  database:%s  \n".formatted(name(first), name(second)));
      var report = lab.deployTo("tenants", fleet -> fleet, deploy -> deploy);
      assertThat(report.problem()).isEmpty();
      assertThat(report.targets())
          .extracting(TargetEntry::name)
          .containsExactly(name(first), name(second));
      try (var connection = second.connect();
          var statement = connection.createStatement()) {
        statement.execute("SELECT a FROM t");
      }
    }
  }

  @Test
  void takesADatabaseThatIsNotThereForTheFailureOfThatTarget() throws Exception {
    try (var database = TestPostgres.database(17)) {
      var settings = database.settings();
      var lab =
          new Lab(
              folder,
              new ConnectionSettings(
                  settings.url(), settings.user(), settings.password(), "the test", false));
      lab.migration("V1__t.sql", "CREATE TABLE t (a int);");
      lab.file("tenants", "database:%s\ndatabase:nowhere\n".formatted(name(database)));
      var report = lab.deployTo("tenants", fleet -> fleet, deploy -> deploy);
      assertThat(report.targets())
          .extracting(TargetEntry::outcome)
          .containsExactly(Outcome.APPLIED, Outcome.FAILED);
      assertThat(report.problem().orElseThrow().detail())
          .singleElement()
          .asString()
          .startsWith("nowhere: TG-");
    }
  }

  private Lab files(int count) throws IOException {
    var lab =
        new Lab(folder, ConnectionSettings.of(DatabaseUrl.parse("main.db", folder), "a test"));
    var lines = new StringBuilder();
    for (var number = 1; number <= count; number++) {
      Files.createFile(folder.resolve("tenant" + number + ".db"));
      lines.append("tenant").append(number).append(".db\n");
    }
    return lab.file("tenants", lines.toString());
  }

  private String legacy(int number) throws SQLException, IOException {
    var url = DatabaseUrl.parse("tenant" + number + ".db", folder);
    return new Lab(folder, ConnectionSettings.of(url, "a test"))
        .query("SELECT sql FROM sqlite_schema WHERE name = 't'")
        .get(0);
  }

  @Test
  void deploysToAFolderOfFiles() throws Exception {
    var lab = files(5).migration("V1__t.sql", "CREATE TABLE t (a int, legacy text);");
    assertThat(lab.deployTo("tenants", fleet -> fleet.jobs(4), deploy -> deploy).totals().applied())
        .isEqualTo(5);
    lab.migration("V2__d.sql", "ALTER TABLE t DROP COLUMN legacy;");
    var refused = lab.deployTo("tenants", fleet -> fleet, deploy -> deploy);
    assertThat(refused.totals().failed()).isEqualTo(1);
    assertThat(legacy(1)).contains("legacy");
    var report =
        lab.deployTo(
            "tenants", fleet -> fleet.jobs(4), deploy -> deploy.allow("drop-column:t.legacy"));
    assertThat(report.problem()).isEmpty();
    assertThat(legacy(5)).doesNotContain("legacy");
  }

  @Test
  void honoursTheEnvironmentOfEach() throws Exception {
    var lab = files(3).migration("V1__t.sql", "CREATE TABLE t (a int);");
    var url = DatabaseUrl.parse("tenant2.db", folder);
    new Lab(folder, ConnectionSettings.of(url, "a test")).deploy(d -> d.environment("production"));
    var report =
        lab.deployTo("tenants", fleet -> fleet.jobs(1), deploy -> deploy.environment("staging"));
    assertThat(report.targets())
        .extracting(TargetEntry::outcome)
        .containsExactly(Outcome.APPLIED, Outcome.FAILED, Outcome.NOT_STARTED);
    assertThat(report.targets().get(1).problem().orElseThrow().code().id()).isEqualTo("TG-2201");
  }
}
