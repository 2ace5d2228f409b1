package dev.tidegate.source.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.Product;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptRunnerTest {
  private final List<Missing> asked = new ArrayList<>();
  private ScratchDatabase database;

  @BeforeEach
  void create() {
    database = TestPostgres.database(17);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void runsWhatPgDumpWrites() throws Exception {
    // Roles outlive databases, and this server's data outlives the test.
    var owner = "owner_" + System.nanoTime();
    var notes =
        run(
            """
            \\restrict token
            SET statement_timeout = 0;
            SET transaction_timeout_of_later_versions = 0;
            SELECT pg_catalog.set_config('search_path', '', false);
            CREATE SCHEMA public;
            ALTER SCHEMA public OWNER TO %s;
            CREATE TABLE public.t (id int, words text, braces text DEFAULT '{a}');
            COPY public.t (id, words) FROM stdin;
            1\tit's; a\\ttab
            2\t\\N
            \\.

            CREATE FUNCTION public.f(a int) RETURNS int LANGUAGE sql
            BEGIN ATOMIC
              SELECT CASE WHEN a > 1 THEN 1 ELSE 2 END;
              SELECT 3;
            END;
            CREATE RULE r AS ON DELETE TO public.t DO ALSO (SELECT 1; SELECT 2);
            \\unrestrict token
            """
                .formatted(owner));

    assertThat(query("SELECT string_agg(coalesce(words, '-'), '|' ORDER BY id) FROM public.t"))
        .isEqualTo("it's; a\ttab|-");
    assertThat(query("SELECT public.f(5)")).isEqualTo("3");
    assertThat(asked).containsExactly(new Missing.Role(owner));
    assertThat(notes)
        .containsExactly(
            "x.sql line 1: psql's \\restrict was skipped",
            "x.sql line 19: psql's \\unrestrict was skipped",
            "x.sql line 3: the scratch server has no setting transaction_timeout_of_later_versions",
            "x.sql line 5: schema public is there already");
  }

  @Test
  void saysFileLineStatementAndTheDatabasesWords() {
    assertThatThrownBy(
            () -> run("CREATE TABLE a (id int);\n\nCREATE VIEW v AS\n  SELECT nothing FROM a;"))
        .hasMessageContaining("TG-3001 x.sql line 4 does not run")
        .hasMessageContaining("column \"nothing\" does not exist (SQLSTATE 42703)")
        .hasMessageContaining("CREATE VIEW v AS");
  }

  @Test
  void asksForAnExtensionThatTheServerDoesNotHave() {
    assertThatThrownBy(
        () -> run("CREATE EXTENSION IF NOT EXISTS no_such_thing WITH SCHEMA public"));

    assertThat(asked)
        .containsExactly(
            new Missing.Extension("no_such_thing", java.util.Optional.of("public"), false));
  }

  @Test
  void refusesWhatReachesBeyondTheDatabase() {
    assertThatThrownBy(() -> run("SELECT 1;\ncreate  database other;"))
        .hasMessageContaining("TG-3007")
        .hasMessageContaining("line 2");
  }

  private List<String> run(String text) throws SQLException {
    var script = SqlScript.split(Product.POSTGRESQL, "x.sql", text);
    try (var connection = database.connect()) {
      return new ScriptRunner(
              (used, missing) -> {
                asked.add(missing);
                if (missing instanceof Missing.Role role) {
                  TestPostgres.server(17).provideRole(role.name());
                }
                return false;
              })
          .run(connection, "x.sql", script);
    }
  }

  private String query(String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
