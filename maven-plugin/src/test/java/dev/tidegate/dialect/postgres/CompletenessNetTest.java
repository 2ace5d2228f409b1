package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.Namespace;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.scratch.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessNetTest {
  private static final int NEWEST = 18;

  /** A server that brings a new catalogue of objects fails here, and not in silence. */
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void everyCatalogueOfObjectsIsAskedOrNamedAsNoSchema(int major) throws SQLException {
    var known = new HashSet<>(CatalogueClass.NO_SCHEMA);
    known.addAll(CatalogueClass.VALUES);
    CatalogueClass.all(new ServerVersion(major)).forEach(it -> known.add(it.name()));
    try (var database = TestPostgres.database(major);
        var connection = database.connect()) {
      assertThat(known)
          .containsAll(
              words(
                  connection,
                  """
                  SELECT c.relname FROM pg_class c
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'oid' AND a.attnum > 0
                  WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
                  """));
    }
  }

  /** A net under which there is no inspector at all: everything falls into it. */
  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void namesEveryObjectThatNobodyRead(int major) throws SQLException {
    assertThat(
            caught(
                major,
                """
                CREATE TYPE mood AS ENUM ('fair', 'foul');
                CREATE TYPE span AS RANGE (subtype = float8);
                CREATE TABLE t (id serial PRIMARY KEY, m mood DEFAULT 'fair');
                CREATE INDEX t_m ON t (m);
                CREATE VIEW v AS SELECT id FROM t;
                CREATE FUNCTION f(int) RETURNS int LANGUAGE sql RETURN $1;
                CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
                CREATE OPERATOR FAMILY loose USING btree;
                CREATE SEQUENCE counter;
                CREATE PUBLICATION p FOR ALL TABLES;
                CREATE TRANSFORM FOR int LANGUAGE plpgsql
                  (FROM SQL WITH FUNCTION prsd_lextype(internal));
                CREATE CAST (mood AS int) WITH INOUT;
                CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
                CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION ev();
                CREATE LANGUAGE words HANDLER plpgsql_call_handler;
                CREATE EXTENSION citext;
                """))
        .contains(
            "access method tree",
            "aggregate public.total(integer)",
            "cast (public.mood AS integer)",
            "event trigger e",
            "extension citext",
            "function public.ev()",
            "function public.f(integer)",
            "language words",
            "operator family public.loose USING btree",
            "publication p",
            "sequence public.counter",
            "table public.t",
            "type public.mood",
            "type public.span",
            "view public.v")
        .anyMatch(words -> words.startsWith("transform for integer"))
        .noneMatch(words -> words.contains("plpgsql") && words.startsWith("extension"))
        .noneMatch(words -> words.contains("citext") && !words.startsWith("extension"));
  }

  @Test
  void namesPartsOfWhatWasReadThatHaveNoPlaceInIt() throws SQLException {
    assertThat(
            Inspected.schema(
                    NEWEST,
                    """
                    CREATE EXTENSION citext;
                    CREATE VIEW v AS SELECT 1 AS a;
                    ALTER VIEW v ALTER COLUMN a SET DEFAULT 1;
                    CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1;
                    ALTER FUNCTION f() DEPENDS ON EXTENSION citext;
                    CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
                    """)
                .unmodelled())
        .contains(
            "default value for public.v.a",
            "dependence on extension citext of function public.f()");
  }

  @Test
  void leavesTemporaryObjectsOut() throws SQLException {
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      Inspected.run(connection, "CREATE TEMP TABLE t (id serial PRIMARY KEY, a int UNIQUE);");
      assertThat(new PostgresInspector().inspect(connection, Scope.all()).unmodelled()).isEmpty();
    }
  }

  @Test
  void exclusionSilencesWhatItNames() throws SQLException {
    var sql =
        """
        CREATE VIEW v AS SELECT 1 AS a;
        ALTER VIEW v ALTER COLUMN a SET DEFAULT 1;
        """;
    try (var database = TestPostgres.database(NEWEST);
        var connection = database.connect()) {
      Inspected.run(connection, sql);
      var scope = new Scope(List.of(), List.of("*public.v.a"));
      var schema = new PostgresInspector().inspect(connection, scope);
      assertThat(schema.unmodelled()).isEmpty();
      assertThat(schema.holds(ObjectId.of(ObjectKind.VIEW, "public", "v"))).isTrue();
    }
  }

  private static List<String> caught(int major, String sql) throws SQLException {
    try (var database = TestPostgres.database(major);
        var connection = database.connect()) {
      Inspected.run(connection, sql);
      var look = new Look(connection, new ServerVersion(major), Scope.all());
      look.each(
          "SELECT oid FROM pg_namespace WHERE nspname = 'public'",
          row ->
              look.add(
                  Address.of("pg_namespace", row.number("oid")),
                  new Namespace(ObjectId.of(ObjectKind.NAMESPACE, "public"))));
      new CompletenessNet(look).cast();
      return look.schema().unmodelled();
    }
  }

  private static List<String> words(Connection connection, String question) throws SQLException {
    var words = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    }
    return words.stream().sorted().collect(Collectors.toList());
  }
}
