package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.DeployReport.RowCount;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at when all migrations are applied, on PostgreSQL. */
class AfterDeployTest {
  private static final String USERS =
      "CREATE TABLE users (id serial PRIMARY KEY, name text);"
          + " CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users"
          + " ON DELETE CASCADE);"
          + " INSERT INTO users (name) VALUES ('Ada'), ('Bob'); INSERT INTO orders VALUES (1, 1);";

  private final Path folder;
  private final ScratchDatabase database = TestPostgres.database(17);
  private Lab lab;

  AfterDeployTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void deploy() throws IOException {
    lab = new Lab(folder, database.settings());
    assertThat(lab.migration("V1__users.sql", USERS).deploy().problem()).isEmpty();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private static RowCount count(String table, long before, long after) {
    return new RowCount(table, Optional.of(before), Optional.of(after), true);
  }

  @Test
  void comparesRowsOfTablesThatMigrationsTouch() {
    lab.migration("V2__add.sql", "ALTER TABLE users ADD COLUMN email text;");
    var report = lab.deploy();
    assertThat(report.rows()).containsExactly(count("public.users", 2, 2));
    assertThat(report.text()).contains("rows before and after:", "public.users  2 -> 2");
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void namesATableThatLostRowsWithoutAWord() throws SQLException {
    lab.execute(
        "CREATE FUNCTION purge() RETURNS void LANGUAGE plpgsql AS"
            + " $$BEGIN EXECUTE 'DELETE ' || 'FROM orders'; END$$");
    lab.migration(
        "V2__d.sql",
        "DO $$BEGIN IF to_regproc('purge') IS NOT NULL THEN EXECUTE 'SELECT purge()'; END IF; END$$;");
    var report = lab.deploy();
    assertThat(report.problem().map(it -> it.text())).isEmpty();
    assertThat(report.rows()).containsExactly(count("public.orders", 1, 0));
    assertThat(report.notes())
        .contains(
            "public.orders had 1 rows before and has 0 now; no migration of this deploy is known to"
                + " delete rows");
  }

  @Test
  void followsATableThatIsRenamed() {
    lab.migration("V2__r.sql", "ALTER TABLE orders RENAME TO purchases;");
    var report = lab.deploy();
    assertThat(report.notes()).isEmpty();
    assertThat(report.rows()).containsExactly(count("public.orders", 1, 1));
  }

  @Test
  void showsTablesThatCameAndWent() {
    lab.migration("V2__t.sql", "DROP TABLE orders; CREATE TABLE t AS SELECT 1 AS a;");
    assertThat(lab.deploy(d -> d.allow("drop-table:public.orders")).rows())
        .containsExactly(
            new RowCount("public.orders", Optional.of(1L), Optional.empty(), true),
            new RowCount("public.t", Optional.empty(), Optional.of(1L), true));
  }

  @Test
  void failsOnASequenceThatAMigrationLeftBehind() throws SQLException {
    lab.migration("V2__u.sql", "INSERT INTO users VALUES (3, 'Cy');");
    var problem = lab.deploy().problem().orElseThrow();
    assertThat(problem.text())
        .contains(
            "TG-2111 sequences are behind their columns",
            "sequence public.users_id_seq gives 3 next, and public.users.id is at 3 already",
            "mvn tidegate:diff -Dtidegate.from=migrations -Dtidegate.to=migrations@1");
    var repair = problem.detail().get(0).replaceFirst(".*: ", "");
    lab.execute(repair);
    assertThat(lab.query("SELECT nextval('users_id_seq')")).containsExactly("4");
  }

  @Test
  void onlyNotesASequenceThatWasBehindBefore() throws SQLException {
    lab.execute("INSERT INTO users VALUES (3, 'Cy')");
    lab.migration("V2__t.sql", "CREATE TABLE t (a int);");
    var report = lab.deploy();
    assertThat(report.problem()).isEmpty();
    assertThat(report.notes().get(0)).contains("public.users_id_seq gives 3 next", "as before");
  }

  @Test
  void notesWhatIsNotValidatedNotValidAndNearlyUsedUp() throws SQLException {
    lab.execute("SELECT setval('users_id_seq', 2000000000)");
    lab.migration(
        "V2__c.sql", "ALTER TABLE users ADD CONSTRAINT named CHECK (name <> '') NOT VALID;");
    assertThat(lab.deploy().notes())
        .containsExactly(
            "sequence public.users_id_seq stands at 2,000,000,000; public.users.id takes no more"
                + " than 2,147,483,647",
            "constraint named on public.users is NOT VALID: rows that were there before may break"
                + " it");
  }

  @Test
  void namesTheWayBackAndTheBackupWhereACheckFails() {
    lab.file("rollback/U2__drop.sql", "SELECT 1").file("checks/users.sql", "SELECT id FROM users");
    lab.migration("V2__drop.sql", "ALTER TABLE users DROP COLUMN name;");
    var report = lab.deploy(d -> d.allow("drop-column:public.users.name"));
    assertThat(report.problem().orElseThrow().detail())
        .contains(
            "a script that leads back: " + folder.resolve("rollback/U2__drop.sql"),
            "the backup that was made before: " + report.backup().orElseThrow().file(),
            report.backup().orElseThrow().restore());
  }

  @Test
  void failsOnADatabaseThatIsNotWhatItsMigrationsBuildAnyMore() throws SQLException {
    lab.execute("CREATE TABLE byhand (a int)");
    lab.migration("V2__a.sql", "ALTER TABLE users ADD COLUMN email text;");
    var noted = lab.deploy();
    assertThat(noted.problem()).isEmpty();
    assertThat(noted.notes())
        .contains("the database differed from its migrations before this deploy already");
    lab.migration(
        "V3__b.sql",
        "CREATE TABLE done (a int);"
            + " DO $$BEGIN IF to_regclass('byhand') IS NOT NULL THEN"
            + " ALTER TABLE orders ADD COLUMN unseen int; END IF; END$$;");
    var problem = lab.deploy().problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_DRIFTED);
    assertThat(problem.text())
        .contains("orders.unseen", "the migrations remain applied", "leads back")
        .doesNotContain("byhand");
  }
}
