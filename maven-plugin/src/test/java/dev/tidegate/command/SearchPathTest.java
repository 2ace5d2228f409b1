package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No table vanishes behind a search path. */
class SearchPathTest {
  private final Path folder;
  private final ScratchDatabase database = TestPostgres.database(17);

  SearchPathTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Lab lab() {
    return lab(database.settings());
  }

  private Lab lab(ConnectionSettings settings) {
    try {
      return new Lab(folder, settings).migration("V1__t.sql", "CREATE TABLE t (a int);");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Lab in(String schema) {
    var settings = database.settings();
    var url = settings.url().with(Map.of("schema", schema));
    return lab(
        new ConnectionSettings(url, settings.user(), settings.password(), "the test", false));
  }

  private Lab path(String path) throws SQLException {
    var name = database.settings().url().database();
    return lab().execute("ALTER DATABASE \"" + name + "\" SET search_path = " + path);
  }

  private static final String PLACES =
      "SELECT schemaname || '.' || tablename FROM pg_tables"
          + " WHERE schemaname !~ '^(pg_|information_schema)' ORDER BY 1";

  @Test
  void countsRowsAndListsBackupsOfTheSchemaThatItsUrlNames() throws SQLException {
    var a = in("a");
    var b = in("b").migration("V2__u.sql", "CREATE TABLE u (id int);");
    a.deploy();
    b.deploy();
    a.execute("INSERT INTO a.t VALUES (1); INSERT INTO b.t VALUES (1)");
    a.migration("V3__drop.sql", "DROP TABLE t;");
    var first = a.deploy(d -> d.allow("drop-table:t")).backup().orElseThrow();
    var report = b.deploy(d -> d.allow("drop-table:t"));
    assertThat(report.rows()).extracting(row -> row.table()).containsExactly("b.t");
    assertThat(a.status(false, false).backups()).containsExactly(first);
    assertThat(b.status(false, false).backups()).containsExactly(report.backup().orElseThrow());
  }

  @Test
  void startsNothingAnewWhereTheSearchPathLeadsPastTheHistory() throws SQLException {
    lab().execute("CREATE SCHEMA app");
    path("app").deploy();
    var lab = path("public");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll(
            "TG-2205",
            "the migration history is in schema app, and the search path leads to public",
            "?schema=app'",
            "nothing was changed");
    assertThat(lab.query(PLACES)).containsExactly("app.flyway_schema_history", "app.t");
    assertThat(lab.status(false, false).notes())
        .contains("schema public has no migration history; there is one in app");
    assertThat(in("app").deploy().migrations()).isEmpty();
  }

  @Test
  void refusesASearchPathThatNamesASchemaThatIsNotThere() throws SQLException {
    var lab = path("ap, public");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll("TG-2205", "leads to public", "it names ap");
    assertThat(lab.query(PLACES)).isEmpty();
  }

  @Test
  void refusesASearchPathThatLeadsNowhere() throws SQLException {
    assertThatThrownBy(() -> path("''").deploy())
        .hasMessageContainingAll("TG-2205", "leads to no schema");
  }

  @Test
  void doesNotMindWhatIsNamedAfterTheSchemaThatIsThere() throws SQLException {
    assertThat(path("\"$user\", public, extensions").deploy().applied()).isEqualTo(1);
  }

  @Test
  void startsAnotherHistoryInASchemaThatTheUrlNames() throws SQLException {
    lab().deploy();
    var report = in("other").deploy();
    assertThat(report.applied()).isEqualTo(1);
    assertThat(report.notes())
        .containsExactly(
            "schema other has no migration history; there is one in public",
            "the database differed from its migrations before this deploy already");
    assertThat(in("other").deploy().notes()).isEmpty();
  }

  @Test
  void takesTheLabelOfTheDatabaseWhereverTheSearchPathLeads() {
    lab().deploy(d -> d.environment("production"));
    assertThatThrownBy(() -> in("other").deploy()).hasMessageContaining("TG-2202");
    assertThatThrownBy(() -> in("other").deploy(d -> d.environment("staging")))
        .hasMessageContaining("TG-2201");
  }

  @Test
  void namesTablesOfTheSameNameInAnotherSchema() throws SQLException {
    var lab = lab().execute("CREATE SCHEMA old; CREATE TABLE old.t (a int)");
    assertThat(lab.deploy().lookAlikes()).containsExactly("public.t has a namesake: old.t");
    assertThat(lab.status(false, false).lookAlikes())
        .containsExactly("public.t has a namesake: old.t");
    assertThat(lab.deploy().lookAlikes()).isEmpty();
  }

  @Test
  void keepsTheSearchPathWhateverAMigrationDoesToIt() throws SQLException {
    var lab =
        lab()
            .migration("V2__dump.sql", "SELECT pg_catalog.set_config('search_path', '', false);")
            .migration("V3__a.sql", "CREATE TABLE a (a int);")
            .migration("V4__b.sql", "CREATE SCHEMA s; SET search_path = s; CREATE TABLE b (b int);")
            .migration("V5__c.sql", "CREATE TABLE c (c int);");
    var report = lab.deploy();
    assertThat(report.problem()).isEmpty();
    assertThat(report.applied()).isEqualTo(5);
    assertThat(lab.query(PLACES))
        .containsExactly("public.a", "public.c", "public.flyway_schema_history", "public.t", "s.b");
    assertThat(lab.status(false, true).problem()).isEmpty();
  }

  @Test
  void keepsTheSearchPathInASchemaThatTheUrlNames() throws SQLException {
    var lab =
        in("app")
            .migration("V2__b.sql", "CREATE SCHEMA s; SET search_path = s; CREATE TABLE b (b int);")
            .migration("V3__c.sql", "CREATE TABLE c (c int);");
    assertThat(lab.deploy().applied()).isEqualTo(3);
    assertThat(lab.query(PLACES))
        .containsExactly("app.c", "app.flyway_schema_history", "app.t", "s.b");
  }

  @Test
  void keepsTheSearchPathWhenAMigrationChangesTheSetting() throws SQLException {
    var name = database.settings().url().database();
    var lab =
        lab()
            .execute("CREATE SCHEMA app")
            .migration(
                "V2__s.sql", "ALTER DATABASE \"" + name + "\" SET search_path = app, public;")
            .migration("V3__c.sql", "CREATE TABLE c (c int);");
    var report = lab.deploy();
    assertThat(report.problem()).isEmpty();
    assertThat(lab.query(PLACES))
        .containsExactly("public.c", "public.flyway_schema_history", "public.t");
    assertThatThrownBy(() -> lab.deploy()).hasMessageContaining("TG-2205");
  }
}
