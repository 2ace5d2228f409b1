package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.View;
import dev.tidegate.scratch.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresInspectorTest {
  private static final int NEWEST = 18;

  private static final String TWO_SCHEMAS =
      """
      CREATE SCHEMA one;
      CREATE SCHEMA two;
      CREATE TABLE one.a (id serial PRIMARY KEY);
      CREATE TABLE two.b (id int REFERENCES one.a (id));
      CREATE TABLE two.tmp_c (id serial PRIMARY KEY);
      CREATE POLICY p ON two.tmp_c USING (true);
      CREATE TABLE public.flyway_schema_history (id int PRIMARY KEY);
      CREATE PUBLICATION everything FOR TABLE one.a;
      """;

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void readsTheSameTwice(int major) throws SQLException {
    try (var database = TestPostgres.database(major);
        var connection = database.connect()) {
      Inspected.run(connection, TWO_SCHEMAS);
      assertThat(inspect(connection, Scope.all())).isEqualTo(inspect(connection, Scope.all()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void modelsEveryObjectOfAnOrdinaryDatabase(int major) {
    assertThat(Inspected.oneOfEach(major).unmodelled()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void findsOneOfEachKind(int major) {
    assertThat(Inspected.oneOfEach(major).objects().keySet())
        .extracting(ObjectId::kind)
        .containsAll(
            EnumSet.complementOf(
                // Objects only where the scope says so; a security label needs a provider on the
                // server; a label of an enum is part of its type, named alone only by a rename.
                EnumSet.of(
                    ObjectKind.ENUM_LABEL,
                    ObjectKind.OWNER,
                    ObjectKind.PRIVILEGE,
                    ObjectKind.DEFAULT_PRIVILEGE,
                    ObjectKind.SECURITY_LABEL)));
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void findsNoCircleOfDependencies(int major) {
    assertThat(circle(Inspected.oneOfEach(major))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void reportsWhatNoRecordStandsFor(int major) {
    var schema =
        Inspected.schema(
            major,
            """
            CREATE TABLE t (a int, b int);
            CREATE VIEW v AS SELECT a FROM t;
            ALTER VIEW v ALTER COLUMN a SET DEFAULT 1;
            """);
    assertThat(schema.unmodelled()).containsExactly("default value for public.v.a");
  }

  @Test
  void namesChangedGrantsOnMembersOfExtensionsWherePrivilegesCount() throws SQLException {
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      Inspected.run(connection, "CREATE EXTENSION hstore; CREATE EXTENSION pg_stat_statements");
      var scope = new Scope(List.of(), List.of(), true);
      assertThat(inspect(connection, scope).unmodelled()).isEmpty();
      Inspected.run(connection, "REVOKE ALL ON FUNCTION hstore(text, text) FROM PUBLIC");
      assertThat(inspect(connection, scope).unmodelled())
          .containsExactly(
              "changed grants on function public.hstore(pg_catalog.text,pg_catalog.text)");
      assertThat(inspect(connection, Scope.all()).unmodelled()).isEmpty();
    }
  }

  @Test
  void looksOnlyAtTheNameSpacesOfTheScope() throws SQLException {
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      Inspected.run(connection, TWO_SCHEMAS);
      var schema = inspect(connection, new Scope(List.of("one"), List.of()));
      assertThat(schema.objects().keySet())
          .extracting(ObjectId::toString)
          .containsExactly(
              "schema one",
              "sequence one.a_id_seq",
              "table one.a",
              "column one.a.id",
              "default one.a.id",
              "owner one.a_id_seq",
              "constraint one.a.a_pkey");
      assertThat(schema.unmodelled()).isEmpty();
    }
  }

  @Test
  void leavesOutWhatIsExcludedWithAllThatStandsInIt() throws SQLException {
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      Inspected.run(connection, TWO_SCHEMAS);
      var schema = inspect(connection, new Scope(List.of("two"), List.of("tmp_*")));
      assertThat(schema.objects().keySet())
          .extracting(ObjectId::toString)
          .containsExactly(
              "schema two", "table two.b", "column two.b.id", "constraint two.b.b_id_fkey");
      assertThat(schema.unmodelled()).isEmpty();
    }
  }

  @Test
  void leavesOutTheTablesOfMigrationTools() throws SQLException {
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      Inspected.run(connection, TWO_SCHEMAS);
      assertThat(inspect(connection, Scope.all()).objects().keySet())
          .noneMatch(id -> id.path().contains("flyway_schema_history"));
    }
  }

  @Test
  void leavesOutTemporaryObjects() throws SQLException {
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      Inspected.run(connection, "CREATE TEMP TABLE t (a int PRIMARY KEY)");
      assertThat(inspect(connection, Scope.all()).objects()).hasSize(1);
    }
  }

  @Test
  void qualifiesNamesWhateverTheSearchPath() throws SQLException {
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      Inspected.run(
          connection, TWO_SCHEMAS + "SET search_path = one, two; SET TimeZone = 'Asia/Tokyo'");
      Inspected.run(connection, "CREATE VIEW two.v AS SELECT id FROM a");
      var view =
          Inspected.object(
              inspect(connection, Scope.all()),
              View.class,
              ObjectId.of(ObjectKind.VIEW, "two", "v"));
      assertThat(view.query()).isEqualTo("SELECT id\n   FROM one.a");
    }
  }

  @Test
  void leavesSettingsAndAutoCommitAsTheyWere() throws SQLException {
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      Inspected.run(connection, "SET search_path = pg_catalog, public");
      inspect(connection, Scope.all());
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(setting(connection, "search_path")).isEqualTo("pg_catalog, public");
      assertThat(setting(connection, "transaction_isolation")).isEqualTo("read committed");
    }
  }

  @Test
  void seesAndKeepsAnOpenTransaction() throws SQLException {
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      connection.setAutoCommit(false);
      Inspected.run(connection, "SET LOCAL search_path = public; CREATE TABLE public.t (a int)");
      var table = ObjectId.of(ObjectKind.TABLE, "public", "t");
      assertThat(inspect(connection, Scope.all()).holds(table)).isTrue();
      assertThat(setting(connection, "search_path")).isEqualTo("public");
      connection.rollback();
      assertThat(inspect(connection, Scope.all()).holds(table)).isFalse();
      connection.rollback();
    }
  }

  @Test
  void needsNoRightButToReadTheCatalogue() throws SQLException {
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      Inspected.run(connection, TWO_SCHEMAS);
      var all = inspect(connection, Scope.all());
      connection.setAutoCommit(false);
      Inspected.run(connection, "CREATE ROLE nobody_at_all; SET ROLE nobody_at_all");
      // What is kept is kept in view of who would run a script.
      assertThat(inspect(connection, Scope.all()).keeping(List.of()))
          .isEqualTo(all.keeping(List.of()));
      connection.rollback();
    }
  }

  private static Schema inspect(Connection connection, Scope scope) throws SQLException {
    return new PostgresInspector().inspect(connection, scope);
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  /** What is left when objects without dependencies are taken away again and again. */
  private static List<ObjectId> circle(Schema schema) {
    var left = new TreeSet<>(schema.objects().keySet());
    while (left.removeIf(id -> schema.dependenciesOf(id).stream().noneMatch(left::contains))) {}
    return List.copyOf(left);
  }
}
