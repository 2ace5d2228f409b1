package dev.tidegate.command;

import static dev.tidegate.copy.Databases.execute;
import static dev.tidegate.copy.Databases.sqlite;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tidegate.backup.Backup;
import dev.tidegate.command.CopyLab.Asked;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.render.Cost;
import dev.tidegate.render.Stage;
import dev.tidegate.render.Statement;
import dev.tidegate.report.DiffReport;
import dev.tidegate.report.FleetJson;
import dev.tidegate.report.JsonFormat;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON reports are as their documented schemas say; a member that they do not name fails. */
class ReportSchemaTest {
  // Surefire says the module's folder; an IDE starts in it
  private static final Path SCHEMAS =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../docs/reports");

  private static final ObjectId T = ObjectId.of(ObjectKind.TABLE, "t");

  private final Path folder;

  ReportSchemaTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Lab lab() throws IOException {
    var lab = new Lab(folder, ConnectionSettings.of(DatabaseUrl.parse("app.db", folder), "a test"));
    return lab.migration(
        "V1__t.sql", "CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, '');");
  }

  private static void assertValid(String goal, String json) throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMAS.resolve(goal + ".schema.json")));
    assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
  }

  @Test
  void deployThatApplied() throws IOException {
    assertValid("deploy", JsonFormat.of(lab().deploy(d -> d.environment("test"))));
  }

  @Test
  void deployOnABase() throws IOException {
    var lab = lab().file("base/.keep", "");
    var base = new BaseDryRun.Base(lab.at("base"), Optional.of("sqlite"), List.of());
    var report =
        new BaseDryRun(lab.workspace(), base)
            .run(it -> lab.request(new Lab.Deploy().rollback(), lab.workspace(), it));
    assertThat(report.rollback()).isPresent();
    assertValid("deploy", JsonFormat.of(report));
  }

  @Test
  void deployThatWasRefused() throws IOException {
    var lab = lab();
    lab.deploy();
    lab.migration("V2__d.sql", "ALTER TABLE t DROP COLUMN b;");
    assertValid("deploy", JsonFormat.of(lab.deploy(d -> d.rollback())));
  }

  @Test
  void deployThatStoppedBeforeItHadAReport() throws IOException {
    var problem = Problem.of(ProblemCode.NO_URL, "no database URL").withDetail("x").withHint("y");
    assertValid("deploy", JsonFormat.of("deploy", problem));
  }

  @Test
  void deployToManyOfWhichOneFailed() throws IOException {
    var lab = lab().file("tenants", "a.db\nno/b.db\nc.db\n");
    var report =
        lab.deployTo(
            "tenants", fleet -> fleet.jobs(1).shard("1/1"), d -> d.environment("test").dryRun());
    assertThat(report.totals().notStarted()).isEqualTo(2);
    assertValid("deploy", JsonFormat.of(report));
    Files.createFile(folder.resolve("a.db"));
    assertValid("deploy", JsonFormat.of(lab.deployTo("tenants", fleet -> fleet.goOn(), d -> d)));
  }

  @Test
  void deployToManyThatDestroyedWithConsent() throws IOException {
    var lab = lab().file("tenants", "a.db\nc.db\n");
    for (var name : List.of("a.db", "c.db")) {
      Files.createFile(folder.resolve(name));
    }
    lab.deployTo("tenants", fleet -> fleet, deploy -> deploy);
    lab.migration("V2__d.sql", "ALTER TABLE t DROP COLUMN b;");
    var report =
        lab.deployTo(
            "tenants",
            fleet -> fleet,
            deploy ->
                deploy
                    .allow("drop-column:t.b")
                    .by("CLAUDECODE", "1")
                    .consent("yes, drop column b of all tenants"));
    assertThat(report.problem()).isEmpty();
    assertThat(report.targets())
        .allSatisfy(
            target -> {
              var backup = target.backup().orElseThrow();
              assertThat(backup.tables()).contains(new Backup.Held("t", List.of(), 1));
              assertThat(report.text())
                  .contains("backup of " + target.name() + ": " + backup.file())
                  .contains("  restore " + backup.restore());
              assertThat(report.markdown()).contains(backup.restore());
            });
    assertThat(report.text())
        .containsOnlyOnce("consent given to")
        .contains("for 2 targets: yes, drop column b of all tenants");
    assertThat(report.markdown()).contains("yes, drop column b of all tenants");
    assertThat(FleetJson.read(JsonFormat.of(report))).isEqualTo(report);
    assertValid("deploy", JsonFormat.of(report));
  }

  @Test
  void statusOfMany() throws IOException {
    var lab = lab().file("tenants", "app.db\nno/b.db\n");
    lab.deploy();
    var report = lab.statusOf("tenants", false);
    assertThat(report.totals().current()).isEqualTo(1);
    assertThat(report.totals().unreachable()).isEqualTo(1);
    assertValid("status", JsonFormat.of(report));
  }

  @Test
  void statusWithDrift() throws Exception {
    var lab = lab();
    lab.deploy();
    lab.execute("CREATE TABLE byhand (a int)").migration("V2__t.sql", "CREATE TABLE u (a int);");
    assertValid("status", JsonFormat.of(lab.status(false, true)));
  }

  private ConnectionSettings source() throws Exception {
    var source = sqlite(folder.resolve("source.db"));
    execute(
        source,
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v INTEGER);\nINSERT INTO t VALUES (1, 1), (2, 'x');\n");
    return source;
  }

  @Test
  void copyIntoANewFile() throws Exception {
    var report = new CopyLab(folder).copy(source(), sqlite(folder.resolve("new.db")));
    assertThat(report.target()).isEmpty();
    assertValid("copy", JsonFormat.of(report));
  }

  @Test
  void copyThatLeftRowsAndColumnsOut() throws Exception {
    var target = sqlite(folder.resolve("target.db"));
    execute(target, "CREATE TABLE t (id INTEGER PRIMARY KEY, n INT, v INT AS (id)) STRICT;\n");
    var report = new CopyLab(folder).copy(source(), target, Asked::rejecting);
    assertThat(report.tables().get(0).computed()).containsExactly("v");
    assertValid("copy", JsonFormat.of(report));
  }

  @Test
  void diffWithEverything() throws IOException {
    var hazard =
        new Hazard(HazardType.DROP_TABLE, T, "t is dropped").probedBy("SELECT count(*) FROM t");
    var cost = new Cost(true, List.of(new Cost.Lock(T, "EXCLUSIVE")), List.of(T), List.of(T));
    var report =
        new DiffReport(
            "migrations",
            "schema",
            "sqlite",
            "SQLite 3",
            List.of(
                DiffReport.StatementEntry.of(
                    new Statement("DROP TABLE t", T, List.of(hazard), Stage.WHOLE, cost),
                    Optional.of(new DiffReport.PlaceEntry("schema.sql", 3)))),
            "DROP TABLE t;\n",
            List.of(
                new DiffReport.Question(
                    "table", "t", "u", "2 of 2 columns", "-Dtidegate.renames=t:u")),
            new DiffReport.Fingerprints("sha256:" + "0".repeat(64), "sha256:" + "1".repeat(64)),
            List.of("something"),
            List.of("a note"),
            Optional.of("V1__x.sql"),
            List.of(
                new DiffReport.FileEntry(Optional.of("V1__x.sql"), true, "", "DROP TABLE t;\n")),
            Optional.of(
                new DiffReport.RollbackEntry(
                    List.of(new DiffReport.FileEntry(Optional.empty(), false, "fills", "")),
                    List.of("drop-table:t"))),
            Optional.of(Problem.of(ProblemCode.STATES_DIFFER, "states differ")));
    var places = Map.of("migrationsFolder", "/shop/src/main/resources/db/migration");
    assertValid("diff", JsonFormat.of(report, places));
    var problem = Problem.of(ProblemCode.NO_URL, "no database URL").withHint("y");
    assertValid("diff", JsonFormat.of("diff", problem, places));
    assertThat(JsonFormat.of("diff", problem, places)).contains("\"migrationsFolder\": \"/shop/");
  }
}
