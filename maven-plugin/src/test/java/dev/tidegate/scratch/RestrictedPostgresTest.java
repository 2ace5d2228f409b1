package dev.tidegate.scratch;

import static dev.tidegate.scratch.Sql.execute;
import static dev.tidegate.scratch.Sql.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.Connections;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.TidegateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL that nobody has reviewed can and cannot do in a scratch database. */
abstract class RestrictedPostgresTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Oldest extends RestrictedPostgresTest {
    Oldest() {
      super(14);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Newest extends RestrictedPostgresTest {
    Newest() {
      super(18);
    }
  }

  private final Scratch scratch;
  private final ScratchDatabase database;

  RestrictedPostgresTest(int major) {
    scratch = Scratches.open(TestPostgres.dialect(), TestPostgres.settings(major, true));
    database = scratch.create();
  }

  @AfterAll
  void close() {
    scratch.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO PROGRAM 'cat'",
        "COPY (SELECT 1) TO '/tmp/tidegate-scratch-test'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_ls_dir('/')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT pg_reload_conf()",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'tidegate'",
        "SELECT * FROM pg_authid",
        "SET ROLE tidegate",
        "SET SESSION AUTHORIZATION tidegate",
        "SET ROLE pg_execute_server_program",
        "GRANT pg_execute_server_program TO tidegate_restricted",
        "ALTER ROLE tidegate_restricted SUPERUSER",
        "CREATE ROLE strong SUPERUSER",
        "CREATE ROLE plain",
        "CREATE DATABASE another",
        "ALTER SYSTEM SET log_connections = 'on'",
        "CREATE TABLESPACE elsewhere LOCATION '/tmp'",
        "CREATE EXTENSION file_fdw",
        "CREATE EXTENSION dblink",
        "CREATE FUNCTION f() RETURNS void LANGUAGE c AS '/lib/libc.so.6', 'system'",
        "CREATE FUNCTION f() RETURNS void LANGUAGE internal AS 'int4pl'",
        "CREATE LANGUAGE mine HANDLER plpgsql_call_handler",
        "CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION pg_event_trigger_ddl_commands()",
        "CREATE PUBLICATION everything FOR ALL TABLES",
        "LOAD 'auto_explain'",
        "SET session_preload_libraries = 'auto_explain'",
      })
  void refuses(String sql) {
    assertThatThrownBy(() -> execute(database, sql))
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> assertThat(e.getSQLState()).isIn(INSUFFICIENT_PRIVILEGE, "42883", "42P17"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "template1"})
  void entersNoOtherDatabase(String other) {
    var elsewhere = PostgresDatabases.settings(database.settings(), other);
    assertThatThrownBy(() -> Connections.open(elsewhere).close())
        .isInstanceOf(TidegateException.class)
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void ownsItsDatabase() {
    assertThatCode(
            () ->
                execute(
                    database,
                    "CREATE SCHEMA s; CREATE TABLE s.t (id int); CREATE EXTENSION citext SCHEMA s"))
        .doesNotThrowAnyException();
  }

  @Test
  void isGivenExtensionsThatAreHarmless() throws SQLException {
    scratch.provideExtension(database, new WantedExtension("bloom", Optional.of("public")));
    assertThat(query(database, "SELECT extname FROM pg_extension WHERE extname = 'bloom'"))
        .containsExactly("bloom");
  }

  @Test
  void isNotGivenExtensionsThatReachOutside() {
    assertThatThrownBy(
            () ->
                scratch.provideExtension(
                    database, new WantedExtension("file_fdw", Optional.empty())))
        .isInstanceOfSatisfying(
            TidegateException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.SCRATCH_RESTRICTED));
  }

  @Test
  void mayGiveObjectsToRolesThatWereProvided() {
    scratch.provideRole("postgres");
    scratch.provideRole("App User");
    assertThatCode(
            () ->
                execute(
                    database,
                    """
                    CREATE TABLE given (id int);
                    GRANT CREATE ON SCHEMA public TO "App User";
                    ALTER TABLE given OWNER TO "App User";
                    CREATE TABLE kept (id int);
                    GRANT SELECT ON kept TO postgres
                    """))
        .doesNotThrowAnyException();
  }

  @Test
  void providedRolesMayDoNothingMore() throws SQLException {
    scratch.provideRole("plain");
    assertThat(
            query(
                database,
                "SELECT rolname FROM pg_roles WHERE rolname = 'plain' AND NOT (rolsuper OR"
                    + " rolcreaterole OR rolcreatedb OR rolcanlogin OR rolreplication OR"
                    + " rolbypassrls)"))
        .containsExactly("plain");
  }

  @Test
  void keepsAndRecallsItsStates() throws SQLException {
    var key = "restricted-" + RandomText.name();
    try (var state = scratch.create()) {
      execute(state, "CREATE TABLE kept (id int)");
      scratch.keep(key, state, List.of("a note"));
    }
    try (var recalled = scratch.recall(key).orElseThrow().database()) {
      assertThat(query(recalled, "SELECT count(*) FROM kept")).containsExactly("0");
      assertThatThrownBy(() -> execute(recalled, "DROP TABLE kept"))
          .hasMessageContaining("read-only");
    }
  }
}
