package dev.tidegate.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.backup.PgPrograms;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a deploy to PostgreSQL holds on to before it destroys it. */
class PostgresBackupTest {
  private static final String USERS =
      "CREATE TABLE users (id int PRIMARY KEY, name text, legacy text);"
          + " INSERT INTO users VALUES (1, 'Ada', 'keep'), (2, 'Bob', NULL);";

  private final Path folder;
  private final ScratchDatabase database = TestPostgres.database(17);
  private Lab lab;

  PostgresBackupTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void deploy() throws IOException {
    var settings = database.settings();
    lab =
        new Lab(
            folder,
            new ConnectionSettings(
                settings.url(), settings.user(), settings.password(), "the test", false));
    lab.migration("V1__users.sql", USERS).deploy();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void holdsKeyAndValuesOfAColumnThatIsDropped() throws IOException {
    lab.migration("V2__drop.sql", "ALTER TABLE users DROP COLUMN legacy;");
    var report = lab.deploy(d -> d.allow("drop-column:public.users.legacy"));
    assertThat(report.problem().map(it -> it.text())).isEmpty();
    var backup = report.backup().orElseThrow();
    assertThat(backup.tables()).hasSize(1);
    assertThat(backup.tables().get(0).table()).isEqualTo("public.users");
    assertThat(backup.tables().get(0).columns()).containsExactly("id", "legacy");
    assertThat(backup.tables().get(0).rows()).isEqualTo(2);
    var file = Path.of(backup.file());
    assertThat(file.getParent()).isEqualTo(lab.backups());
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(lab.backups().resolve(".gitignore")).hasContent("*");
    assertThat(backup.bytes()).isEqualTo(Files.size(file));
    assertThat(report.text()).contains("backup: " + file, "mvn tidegate:copy -Dtidegate.source=");
  }

  @Test
  void makesNoneWhereNothingIsDestroyed() {
    lab.migration("V2__add.sql", "ALTER TABLE users ADD COLUMN email text;");
    assertThat(lab.deploy().backup()).isEmpty();
    assertThat(lab.backups()).doesNotExist();
  }

  @Test
  void isListedByStatusAfterwards() {
    lab.migration("V2__drop.sql", "DROP TABLE users;");
    var backup = lab.deploy(d -> d.allow("drop-table:public.users")).backup().orElseThrow();
    assertThat(lab.status(false, false).backups()).containsExactly(backup);
    assertThat(lab.status(false, false).text()).contains("backups of this database:");
  }

  @Test
  void statusShowsTheOthersWhereOneManifestCannotBeRead() throws IOException {
    lab.migration("V2__drop.sql", "DROP TABLE users;");
    var backup = lab.deploy(d -> d.allow("drop-table:public.users")).backup().orElseThrow();
    Files.createFile(lab.backups().resolve("a.dump.json"));
    Files.writeString(lab.backups().resolve("b.dump.json"), "{\"on\": \"then\"}");
    var status = lab.status(false, false);
    assertThat(status.backups()).containsExactly(backup);
    assertThat(status.notes()).anyMatch(note -> note.contains("a.dump.json does not describe"));
    assertThat(status.notes()).anyMatch(note -> note.contains("b.dump.json does not describe"));
  }

  @Test
  void appliesNothingWhereTheBackupFails() throws SQLException, IOException {
    Files.createDirectories(lab.backups().getParent());
    Files.writeString(lab.backups(), "a file where the folder should be");
    lab.migration("V2__drop.sql", "DROP TABLE users;");
    var problem = lab.deploy(d -> d.allow("drop-table:public.users")).problem().orElseThrow();
    assertThat(problem.text()).contains("TG-2401", "State:  nothing was applied");
    assertThat(lab.query("SELECT name FROM users ORDER BY id")).containsExactly("Ada", "Bob");
  }

  @Test
  void makesNoneInADryRunAndSaysSo() {
    lab.migration("V2__drop.sql", "DROP TABLE users;");
    var report = lab.deploy(d -> d.allow("drop-table:public.users").dryRun());
    assertThat(report.notes()).contains("a backup would be made in " + lab.backups());
    assertThat(lab.backups()).doesNotExist();
  }

  @Test
  void makesNoneWhereNoneIsWantedAndSaysSo() {
    lab.migration("V2__drop.sql", "DROP TABLE users;");
    var report = lab.deploy(d -> d.allow("drop-table:public.users").backup("never"));
    assertThat(report.backup()).isEmpty();
    assertThat(report.notes())
        .contains("no backup was made, although data is destroyed: backup is never");
  }

  @Test
  void holdsEverythingAlways() throws SQLException {
    lab.execute("CREATE SCHEMA s; CREATE TABLE s.\"Odd \"\"name\" (a int); CREATE SEQUENCE s.n");
    lab.migration("V2__add.sql", "ALTER TABLE users ADD COLUMN email text;");
    var backup = lab.deploy(d -> d.backup("always")).backup().orElseThrow();
    assertThat(backup.everything()).isTrue();
    assertThat(backup.tables())
        .extracting(held -> held.table())
        .contains("public.users", "s.Odd \"name", "public.flyway_schema_history");
  }

  @Test
  void takesNoArchiveForTheWholeWhereThereIsMoreThanTables() throws SQLException {
    lab.execute(
        "SELECT lo_from_bytea(0, 'kept'); CREATE TABLE settings (name text);"
            + " INSERT INTO settings VALUES ('own'), ('mine'); ALTER EXTENSION plpgsql ADD TABLE settings;"
            + " UPDATE pg_extension SET extconfig = ARRAY['settings'::regclass::oid],"
            + " extcondition = ARRAY['WHERE name <> ''own''']");
    lab.migration("V2__drop.sql", "DROP TABLE users;");
    var refused =
        lab.deploy(d -> d.allow("drop-table:public.users").backup("always"))
            .problem()
            .orElseThrow();
    assertThat(refused.text())
        .contains(
            "TG-2401",
            "large objects: 1",
            "rows in settings of extension plpgsql: 1",
            "pg_dump 17");
    assertThat(lab.query("SELECT count(*) FROM users")).containsExactly("2");
    assertThat(lab.deploy(d -> d.allow("drop-table:public.users")).problem()).isEmpty();
  }

  @Test
  void holdsWholeTablesWhereAMigrationRenamesThem() {
    lab.migration("V2__r.sql", "ALTER TABLE users RENAME TO people;");
    lab.migration("V3__d.sql", "ALTER TABLE people DROP COLUMN legacy;");
    var backup =
        lab.deploy(d -> d.allow("drop-column:public.people.legacy")).backup().orElseThrow();
    assertThat(backup.tables()).extracting(held -> held.table()).contains("public.users");
    assertThat(backup.tables()).allMatch(held -> held.columns().isEmpty());
  }

  @Test
  void holdsTheTablesOfATypeThatLosesAValue() throws SQLException {
    lab.migration(
        "V2__e.sql",
        "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE DOMAIN moods AS mood[];"
            + " CREATE TABLE days (d int PRIMARY KEY, m mood, all_of moods, other int);"
            + " INSERT INTO days VALUES (1, 'ok', '{sad}', 5);");
    lab.deploy();
    lab.migration(
        "V3__e.sql",
        "ALTER TABLE days DROP COLUMN all_of; DROP DOMAIN moods; UPDATE days SET m = NULL WHERE m ="
            + " 'sad'; ALTER TYPE mood RENAME TO old; CREATE TYPE mood AS ENUM ('ok'); ALTER TABLE"
            + " days ALTER m TYPE mood USING m::text::mood; DROP TYPE old;");
    var report =
        lab.deploy(d -> d.allow("drop-type-value:public.mood", "drop-column:public.days.all_of"));
    assertThat(report.problem()).isEmpty();
    assertThat(report.backup().orElseThrow().tables())
        .extracting(held -> held.table())
        .contains("public.days");
  }

  @Test
  void dumpsByPgDumpWhereThereIsOne() throws Exception {
    Assumptions.assumeTrue(
        PgPrograms.find(15).isPresent(),
        "there is no pg_dump of PostgreSQL 15 or later on this machine");
    try (var old = TestPostgres.database(15)) {
      var place = new Lab(folder.resolve("dumped"), old.settings());
      place.migration(
          "V1__users.sql",
          USERS + "CREATE TABLE \"Odd t\" AS SELECT E'a\\nCOPY x FROM stdin;' AS a;");
      place.deploy();
      place.migration("V2__drop.sql", "DROP TABLE users; DROP TABLE \"Odd t\";");
      var report =
          place.deploy(
              d ->
                  d.allow("drop-table:public.users", "drop-table:public.Odd t")
                      .backupWith("pg_dump"));
      assertThat(report.problem()).isEmpty();
      var backup = report.backup().orElseThrow();
      assertThat(backup.method()).startsWith("pg_dump ");
      assertThat(backup.rows()).isEqualTo(3);
      assertThat(backup.restore()).startsWith("pg_restore --host=").doesNotContain("PGPASSWORD");
      var words = new ProcessBuilder("sh", "-c", backup.restore()).redirectErrorStream(true);
      old.settings().password().ifPresent(it -> words.environment().put("PGPASSWORD", it.reveal()));
      words
          .environment()
          .merge(
              "PATH",
              PgPrograms.find(15).orElseThrow().folder().toString(),
              (path, bin) -> bin + ":" + path);
      var process = words.start();
      assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEmpty();
      assertThat(process.waitFor()).isZero();
      assertThat(place.query("SELECT name FROM users ORDER BY id")).containsExactly("Ada", "Bob");
      assertThat(place.query("SELECT a FROM \"Odd t\"")).containsExactly("a\nCOPY x FROM stdin;");
    }
  }

  @Test
  void refusesWherePgDumpIsWantedAndThereIsNoneSoNew() {
    Assumptions.assumeFalse(PgPrograms.find(17).isPresent(), "there is one on this machine");
    lab.migration("V2__drop.sql", "DROP TABLE users;");
    var problem =
        lab.deploy(d -> d.allow("drop-table:public.users").backupWith("pg_dump"))
            .problem()
            .orElseThrow();
    assertThat(problem.text())
        .contains(
            "TG-2401 no pg_dump that can dump PostgreSQL 17", "-Dtidegate.backupWith=tidegate");
  }
}
