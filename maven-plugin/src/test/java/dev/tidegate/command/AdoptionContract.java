package dev.tidegate.command;

import static dev.tidegate.command.DeployContract.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.report.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** How a database that others have built is taken over, on every database. */
abstract class AdoptionContract {
  static final String USERS = "CREATE TABLE users (id integer PRIMARY KEY, name text);";
  static final String EMAIL = "ALTER TABLE users ADD COLUMN email text;";
  static final String ORDERS = "CREATE TABLE orders (id integer PRIMARY KEY);";

  /** An empty database and an empty folder. */
  abstract Lab lab();

  /** The project's folder. */
  abstract Path folder();

  /** A name as reports have it. */
  abstract String qualified(String name);

  /** Prisma's own statement, for this database. */
  abstract String prismaTable();

  /** Liquibase's own statements, for this database. */
  abstract String liquibaseTables();

  /** The time for a column of Prisma's. */
  abstract String now();

  private Lab files() {
    return lab()
        .migration("V1__users.sql", USERS)
        .migration("V2__email.sql", EMAIL)
        .migration("V3__orders.sql", ORDERS);
  }

  /** SQLite's driver runs the first statement of a text only. */
  static Lab script(Lab lab, String sql) throws SQLException {
    for (var statement : sql.split(";\\s*\n")) {
      lab.execute(statement);
    }
    return lab;
  }

  private static void noHistory(Lab lab) {
    refused(() -> lab.query("SELECT * FROM flyway_schema_history"));
  }

  @Test
  void adoptsADatabaseThatIsWhatTheFilesBuild() throws SQLException {
    var lab = files().execute(USERS).execute(EMAIL);
    var report = lab.deploy(d -> d.baseline("2"));
    assertThat(report.text())
        .contains(" adopted at version 2, nothing was run", "what the migrations up to 2 build");
    assertThat(report.adoption().orElseThrow().proved()).isTrue();
    assertThat(lab.query("SELECT description FROM flyway_schema_history"))
        .containsExactly("adopted by tidegate, containing 2 files");
    assertThat(lab.deploy().applied()).isEqualTo(1);
    assertThat(lab.status(true, true).problem()).isEmpty();
  }

  @Test
  void refusesToAdoptWhatDiffersAndShowsInWhat() throws SQLException {
    var lab = files().execute("CREATE TABLE users (id integer PRIMARY KEY, legacy text)");
    for (var dryRun : new boolean[] {true, false}) {
      assertThatThrownBy(() -> lab.deploy(d -> (dryRun ? d.dryRun() : d).baseline("2")))
          .hasMessageContainingAll(
              "TG-2120 the database is not what the migrations up to version 2 build",
              "[+] column " + qualified("users.legacy"),
              "[-] column " + qualified("users.email"),
              "nothing was changed",
              "-Dtidegate.from=migrations@2 -Dtidegate.to=target -Dtidegate.name=adopt",
              "-Dtidegate.exclude=");
    }
    noHistory(lab);
  }

  @Test
  void namesTheVersionThatTheDatabaseIsExactly() throws SQLException {
    var lab = files().execute(USERS).execute(EMAIL);
    assertThatThrownBy(() -> lab.deploy(d -> d.baseline("3")))
        .hasMessageContainingAll(
            "TG-2120",
            "[-] table " + qualified("orders"),
            "it is exactly version 2: mvn tidegate:deploy -Dtidegate.baseline=2");
    noHistory(lab);
  }

  @Test
  void adoptsInSpiteOfADifferenceThatIsExcluded() throws SQLException {
    var lab = files().execute(USERS).execute("CREATE TABLE tmp_x (a int)").excluding("tmp_*");
    assertThat(lab.deploy(d -> d.baseline("1")).problem()).isEmpty();
  }

  @Test
  void adoptsBelowTheFirstFileAndSaysThatItWasNotCompared() throws SQLException {
    var lab = lab().execute(USERS).migration("V8__orders.sql", ORDERS);
    assertThat(lab.deploy(d -> d.baseline("7")).notes())
        .containsExactly(
            "the folder has no migration up to version 7, so it was not compared with the database");
    assertThat(lab.deploy().applied()).isEqualTo(1);
  }

  @Test
  void refusesADatabaseWithAHistoryInADryRunToo() throws SQLException {
    var lab = files();
    lab.deploy();
    assertThatThrownBy(() -> lab.deploy(d -> d.dryRun().baseline("2")))
        .hasMessageContainingAll("TG-2108", "3 rows, the first is V1__users.sql", "leave");
    assertThatThrownBy(() -> lab.deploy(d -> d.baseline("2"))).hasMessageContaining("TG-2108");
    lab.execute("DELETE FROM flyway_schema_history");
    assertThatThrownBy(() -> lab.deploy(d -> d.dryRun().baseline("3")))
        .hasMessageContainingAll("TG-2108", "DROP TABLE flyway_schema_history");
  }

  @Test
  void writesNothingInADryRun() throws SQLException {
    var lab = files().execute(USERS);
    var report = lab.deploy(d -> d.dryRun().baseline("1"));
    assertThat(report.text()).contains("dry run: the database would be adopted at version 1");
    noHistory(lab);
  }

  @Test
  void comparesRepeatableMigrationsOnlyWhereTheyAreThere() throws SQLException {
    var view = "CREATE VIEW names AS SELECT name FROM users";
    var lab = files().migration("R__names.sql", "DROP VIEW IF EXISTS names; " + view + ";");
    lab.execute(USERS).execute(view);
    assertThat(lab.deploy(d -> d.dryRun().baseline("1")).problem()).isEmpty();
    lab.execute("DROP VIEW names");
    assertThat(lab.deploy(d -> d.baseline("1")).problem()).isEmpty();
    assertThat(lab.deploy().applied()).isEqualTo(3);
  }

  @Test
  void findsTheVersionByComparing() throws SQLException {
    var lab = files().execute(USERS).execute(EMAIL);
    var report = lab.deploy(d -> d.baseline("auto"));
    assertThat(report.adopted()).contains("2");
    assertThat(report.adoption().orElseThrow().from()).isEqualTo("states");
    assertThat(lab.deploy(d -> d.baseline("auto")).applied()).isEqualTo(1);
  }

  @Test
  void takesTheLastOfSeveralVersionsThatBuildTheSameAndSaysSo() throws SQLException {
    var lab = files().migration("V4__fill.sql", "UPDATE users SET email = '';");
    lab.execute(USERS).execute(EMAIL).execute(ORDERS);
    var report = lab.deploy(d -> d.baseline("auto"));
    assertThat(report.adopted()).contains("4");
    assertThat(report.notes().get(0))
        .startsWith("versions 3, 4 build the same schema, and 4 was taken");
  }

  @Test
  void refusesToGuessAndNamesTheNearest() throws SQLException {
    var lab = files().execute(USERS).execute(EMAIL).execute("CREATE TABLE x (a int)");
    assertThatThrownBy(() -> lab.deploy(d -> d.baseline("auto")))
        .hasMessageContainingAll(
            "TG-2122",
            "of 3 versions the nearest is 2, with ",
            "[+] table " + qualified("x"),
            "nothing was changed");
    noHistory(lab);
  }

  @Test
  void deploysToAnEmptyDatabaseWhenTheVersionIsToBeFound() {
    assertThat(files().deploy(d -> d.baseline("auto")).applied()).isEqualTo(3);
  }

  @Test
  void saysHowToBeginWhereThereIsNoFileYet() throws Exception {
    var lab = lab().execute(USERS).execute(EMAIL);
    assertThatThrownBy(() -> lab.deploy(d -> d.baseline("auto")))
        .hasMessageContainingAll(
            "TG-2122", "-Dtidegate.from=empty -Dtidegate.to=target -Dtidegate.name=init");
    lab.diff("empty", "target");
    assertThat(lab.deploy(d -> d.baseline("auto")).adopted()).contains("1");
    assertThat(lab.status(true, true).problem()).isEmpty();
  }

  @Test
  void findsAHistoryUnderAnotherName() throws SQLException {
    var lab = files();
    lab.deploy();
    lab.execute("ALTER TABLE flyway_schema_history RENAME TO schema_version");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll(
            "TG-2127",
            "ALTER TABLE " + qualified("schema_version") + " RENAME TO flyway_schema_history");
    assertThatThrownBy(() -> lab.deploy(d -> d.baseline("3"))).hasMessageContaining("TG-2127");
    assertThat(lab.status(false, false).text()).contains("TG-2127", "next: ALTER TABLE ");
  }

  // Prisma

  private void prisma(String name, String sql) throws IOException {
    var file = folder().resolve("prisma/migrations").resolve(name).resolve("migration.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }

  private Lab prismaLab() throws Exception {
    prisma("20240101000000_init", USERS + "\n");
    prisma("20240202000000_add_email", EMAIL + "\n");
    prisma("20240303000000_orders", ORDERS + "\n");
    return lab().execute(USERS).execute(EMAIL).execute(prismaTable());
  }

  private String row(String name, String sql, String finished, String rolledBack) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    return """
        INSERT INTO "_prisma_migrations"
          (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count)
        VALUES ('%s', '%s', %s, '%s', NULL, %s, %s, 1)"""
        .formatted(
            java.util.UUID.randomUUID(),
            HexFormat.of().formatHex(digest.digest(sql.getBytes(StandardCharsets.UTF_8))),
            finished,
            name,
            rolledBack,
            now());
  }

  private Lab prismaApplied() throws Exception {
    return prismaLab()
        .execute(row("20240101000000_init", USERS + "\n", now(), "NULL"))
        .execute(row("20240202000000_add_email", EMAIL + "\n", "NULL", now()))
        .execute(row("20240202000000_add_email", EMAIL + "\n", now(), "NULL"));
  }

  @Test
  void adoptsWhatPrismaHasBuilt() throws Exception {
    var lab = prismaApplied();
    var dry = lab.deploy(d -> d.dryRun().baseline("auto"));
    assertThat(dry.adoption().orElseThrow().files())
        .containsExactly(
            "V20240101000000__init.sql",
            "V20240202000000__add_email.sql",
            "V20240303000000__orders.sql");
    assertThat(folder().resolve("m")).isEmptyDirectory();
    noHistory(lab);

    var report = lab.deploy(d -> d.baseline("auto"));
    assertThat(report.adopted()).contains("20240202000000");
    assertThat(report.adoption().orElseThrow().from()).isEqualTo("prisma");
    assertThat(report.adoption().orElseThrow().last()).contains("20240202000000_add_email");
    assertThat(report.text()).contains("commit them", "1 is not applied yet");
    assertThat(folder().resolve("m/V20240202000000__add_email.sql")).hasContent(EMAIL + "\n");
    assertThat(JsonFormat.of(report)).contains("\"from\": \"prisma\"", "\"proved\": true");

    assertThat(lab.deploy(d -> d.baseline("auto")).applied()).isEqualTo(1);
    assertThat(lab.status(true, true).problem()).isEmpty();
    assertThat(lab.query("SELECT id FROM orders")).isEmpty();
  }

  @Test
  void adoptsTheNextDatabaseFromTheFilesThatWereCommitted() throws Exception {
    prismaApplied().deploy(d -> d.baseline("auto"));
    var lab = lab().execute("DROP TABLE flyway_schema_history");
    var report = lab.deploy(d -> d.baseline("auto"));
    assertThat(report.adopted()).contains("20240202000000");
    assertThat(report.adoption().orElseThrow().from()).isEqualTo("prisma");
    assertThat(report.adoption().orElseThrow().files()).isEmpty();
  }

  @Test
  void refusesAFailedMigrationOfPrismas() throws Exception {
    var lab = prismaLab().execute(row("20240101000000_init", USERS + "\n", "NULL", "NULL"));
    assertThatThrownBy(() -> lab.deploy(d -> d.dryRun().baseline("auto")))
        .hasMessageContainingAll(
            "TG-2121",
            "20240101000000_init: began ",
            "npx prisma migrate resolve --rolled-back 20240101000000_init");
  }

  @Test
  void refusesAFileOfPrismasThatWasChanged() throws Exception {
    var lab = prismaApplied();
    prisma("20240101000000_init", USERS + " -- later\n");
    assertThatThrownBy(() -> lab.deploy(d -> d.baseline("auto")))
        .hasMessageContainingAll("TG-2121", "20240101000000_init: changed after it was applied");
    assertThat(folder().resolve("m")).isEmptyDirectory();
  }

  @Test
  void refusesAMigrationOfPrismasThatWasLeftOut() throws Exception {
    var lab = prismaApplied();
    prisma("20240115000000_between", "CREATE TABLE b (a int);\n");
    Files.delete(folder().resolve("prisma/migrations/20240202000000_add_email/migration.sql"));
    lab.execute(row("20240303000000_orders", ORDERS + "\n", now(), "NULL"));
    assertThatThrownBy(() -> lab.deploy(d -> d.baseline("auto")))
        .hasMessageContainingAll(
            "20240115000000_between: not applied, and later ones are",
            "20240202000000_add_email: applied ",
            "its folder is gone");
  }

  @Test
  void takesOtherLineEndsForTheSameFile() throws Exception {
    var lab = prismaApplied();
    prisma("20240101000000_init", USERS + "\r\n");
    assertThat(lab.deploy(d -> d.baseline("auto")).adopted()).contains("20240202000000");
  }

  @Test
  void refusesADatabaseThatPrismaAloneHasNotBuilt() throws Exception {
    var lab = prismaApplied().execute("CREATE TABLE byhand (a int)");
    assertThatThrownBy(() -> lab.deploy(d -> d.baseline("auto")))
        .hasMessageContainingAll(
            "TG-2120",
            "[+] table " + qualified("byhand"),
            "[-] only in Prisma's migrations",
            "-Dtidegate.exclude=");
    assertThat(folder().resolve("m")).isEmptyDirectory();
    noHistory(lab);
  }

  @Test
  void asksForTheFolderOfPrismas() throws Exception {
    var lab = prismaApplied();
    Files.move(folder().resolve("prisma"), folder().resolve("other"));
    assertThatThrownBy(() -> lab.deploy(d -> d.baseline("auto")))
        .hasMessageContainingAll(
            "TG-2121", "Prisma has applied 2 migrations", "-Dtidegate.baseline=auto:<folder>");
    assertThat(lab.deploy(d -> d.baseline("auto:other/migrations")).adopted())
        .contains("20240202000000");
  }

  // Liquibase

  private Lab liquibaseLab() throws SQLException {
    return script(files().execute(USERS).execute(EMAIL), liquibaseTables());
  }

  private static Lab changeset(Lab lab, int number) throws SQLException {
    return lab.execute(
        ("INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE,"
                + " MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID)"
                + " VALUES ('%1$d', 'ada', 'db/changelog.xml', '2024-01-0%1$d 10:00:00', %1$d,"
                + " 'EXECUTED', '9:abc', 'createTable', '', %2$s, '4.29.2', NULL, NULL, '1')")
            .formatted(number, number == 2 ? "'v2'" : "NULL"));
  }

  @Test
  void adoptsWhatLiquibaseHasBuilt() throws SQLException {
    var lab = changeset(changeset(liquibaseLab(), 1), 2);
    var report = lab.deploy(d -> d.baseline("auto"));
    assertThat(report.adopted()).contains("2");
    assertThat(report.text())
        .contains(
            "Liquibase has applied 2 changesets, the last is db/changelog.xml::2::ada (tag v2)",
            "DATABASECHANGELOGLOCK can be dropped");
    assertThat(report.adoption().orElseThrow().from()).isEqualTo("liquibase");
    assertThat(lab.deploy().applied()).isEqualTo(1);
    assertThat(lab.status(true, true).problem()).isEmpty();
  }

  @Test
  void refusesWhileLiquibaseHoldsItsLock() throws SQLException {
    var lab = liquibaseLab();
    lab.execute(
        "UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKEDBY = 'build-7 (10.0.0.7)',"
            + " LOCKGRANTED = '2024-01-01 10:00:00'");
    assertThatThrownBy(() -> lab.deploy(d -> d.dryRun().baseline("auto")))
        .hasMessageContainingAll(
            "TG-2121", "held by build-7 (10.0.0.7) since 2024-01-01 10:00:00", "release-locks");
  }

  @Test
  void makesTheFirstMigrationOfWhatLiquibaseHasBuilt() throws Exception {
    var lab = changeset(script(lab().execute(USERS), liquibaseTables()), 1);
    assertThatThrownBy(() -> lab.deploy(d -> d.baseline("auto")))
        .hasMessageContainingAll("TG-2122", "Liquibase has applied 1 changeset, ", "from=empty");
    assertThat(lab.diff("empty", "target").script())
        .contains("users")
        .doesNotContainIgnoringCase("databasechangelog");
    assertThat(lab.deploy(d -> d.baseline("auto")).adopted()).contains("1");
    assertThat(lab.status(true, true).problem()).isEmpty();
  }
}
