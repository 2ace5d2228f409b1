package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.Scratches;
import dev.tidegate.scratch.TestPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code scratchTrust=restricted} nothing that SQL can say leaves the scratch server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresBreakOutTest {
  private final Scratch restricted = open(true);
  private Path folder = Path.of("");
  private Path loot = Path.of("");

  private static Scratch open(boolean restricted) {
    return Scratches.open(TestPostgres.dialect(), TestPostgres.settings(17, restricted));
  }

  /** The server runs as another user; only its rights in the database may stop it. */
  @BeforeEach
  void openFolder(@TempDir Path given) throws IOException {
    folder = given;
    loot = folder.resolve("loot");
    Files.createDirectories(loot);
    for (File file = loot.toFile(); file.toPath().startsWith(folder); file = file.getParentFile()) {
      assertThat(file.setWritable(true, false) && file.setExecutable(true, false)).isTrue();
    }
    for (var left : List.of("m/V1__hostile.sql", "m/beforeMigrate.sql", "m/V1__hostile.sql.conf")) {
      Files.deleteIfExists(folder.resolve(left));
    }
  }

  @AfterAll
  void close() {
    restricted.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          COPY (SELECT 1) TO PROGRAM 'touch LOOT/x'                | permission denied to COPY to or from an external program
          COPY (SELECT 1) TO 'LOOT/x'                              | permission denied to COPY to a file
          CREATE TABLE t (a text); COPY t FROM '/etc/passwd'       | permission denied to COPY from a file
          CREATE TABLE t (a text); COPY t FROM PROGRAM 'touch LOOT/x' | permission denied to COPY to or from an external program
          DO $$ BEGIN EXECUTE concat('COPY (SELECT 1) TO ', 'PROGRAM ''touch LOOT/x'''); END $$ | permission denied to COPY
          SELECT pg_read_file('/etc/passwd')                       | permission denied for function pg_read_file
          SELECT pg_read_binary_file('/proc/self/environ')         | permission denied for function pg_read_binary_file
          SELECT pg_ls_dir('/')                                    | permission denied for function pg_ls_dir
          SELECT pg_stat_file('/etc/passwd')                       | permission denied for function pg_stat_file
          SELECT lo_import('/etc/passwd')                          | permission denied for function lo_import
          SELECT lo_export(lo_from_bytea(0, 'x'), 'LOOT/x')        | permission denied for function lo_export
          CREATE EXTENSION dblink                                  | dblink
          CREATE EXTENSION postgres_fdw                            | postgres_fdw
          CREATE EXTENSION file_fdw                                | file_fdw
          CREATE EXTENSION adminpack                               | adminpack
          CREATE EXTENSION plperlu                                 | plperlu
          CREATE EXTENSION plpython3u                              | plpython3u
          ALTER SYSTEM SET archive_command = 'touch LOOT/x'        | not about one database OR permission denied to set parameter "archive_command"
          SET ROLE tidegate                                        | permission denied to set role "tidegate"
          SET ROLE pg_execute_server_program                       | permission denied to set role "pg_execute_server_program"
          SET SESSION AUTHORIZATION tidegate                       | permission denied to set session authorization
          GRANT pg_execute_server_program TO CURRENT_USER          | permission denied to grant role "pg_execute_server_program"
          GRANT pg_write_server_files TO PUBLIC                    | role name "public" is reserved
          GRANT tidegate TO CURRENT_USER                           | permission denied to grant role "tidegate"
          ALTER ROLE CURRENT_USER SUPERUSER                        | permission denied to alter role
          ALTER ROLE tidegate PASSWORD 'known'                     | permission denied to alter role
          CREATE ROLE strong SUPERUSER LOGIN PASSWORD 'known'      | permission denied to create role
          CREATE TABLE t (a int); ALTER TABLE t OWNER TO tidegate  | must be able to SET ROLE "tidegate"
          CREATE TABLE t (a int); ALTER TABLE t OWNER TO pg_read_server_files | must be able to SET ROLE "pg_read_server_files"
          CREATE FUNCTION f(cstring) RETURNS int LANGUAGE c AS '/lib/x86_64-linux-gnu/libc.so.6', 'system' | permission denied for language c
          CREATE FUNCTION f() RETURNS void LANGUAGE internal AS 'int4pl' | permission denied for language internal
          CREATE LANGUAGE mine HANDLER plpgsql_call_handler        | must be superuser to create custom procedural language
          CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION g() | permission denied to create event trigger
          LOAD '/tmp/evil.so'                                      | access to library "/tmp/evil.so" is not allowed
          SET session_preload_libraries = 'evil'                   | permission denied to set parameter
          ALTER ROLE CURRENT_USER SET session_preload_libraries = 'evil' | permission denied to set parameter
          CREATE TABLESPACE t LOCATION 'LOOT'                      | not about one database OR permission denied to create tablespace
          CREATE DATABASE other                                    | not about one database OR permission denied to create database
          CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1' PUBLICATION p | permission denied to create subscription
          CREATE FOREIGN DATA WRAPPER w                            | permission denied to create foreign-data wrapper
          ALTER DATABASE postgres SET search_path = 'evil'         | must be owner of database postgres
          UPDATE pg_catalog.pg_authid SET rolsuper = true          | permission denied for table pg_authid
          """)
  void refuses(String sql, String reason) throws IOException {
    new BreakOut(restricted, folder).isRefused(sql.replace("LOOT", loot.toString()) + ";", reason);
    assertThat(loot).isEmptyDirectory();
  }

  /** As a declared schema does, and not that the file is broken. */
  @Test
  void saysOfAMigrationThatItNeedsMoreRights() throws IOException {
    new BreakOut(restricted, folder)
        .migrationIsRefused(
            "V1__hostile.sql",
            "COPY (SELECT 1) TO '" + loot + "/x';",
            "TG-1015 migration V1__hostile.sql failed");
    assertThat(loot).isEmptyDirectory();
  }

  /** What is refused above does reach out where SQL is trusted, so that the tests can fail. */
  @Test
  void reachesOutWhereItIsTrusted() throws IOException {
    try (var trusted = open(false)) {
      var out = Files.createDirectory(folder.resolve("out"));
      assertThat(out.toFile().setWritable(true, false)).isTrue();
      new BreakOut(trusted, folder)
          .reaches("COPY (SELECT 1) TO PROGRAM 'cat > " + out + "/a';", out.resolve("a"));
      new BreakOut(trusted, folder)
          .reaches("COPY (SELECT 1) TO '" + out + "/b';", out.resolve("b"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\! touch LOOT/x",
        "\\copy (SELECT 1) TO 'LOOT/x'",
        "\\o LOOT/x",
        "\\i /etc/passwd",
        "SELECT 1 \\g LOOT/x"
      })
  void knowsNoCommandsOfPsql(String sql) throws IOException {
    new BreakOut(restricted, folder).isRefused(sql.replace("LOOT", loot.toString()), "TG-");
    assertThat(loot).isEmptyDirectory();
  }

  @Test
  void givesCallbacksAndConfigurationsNoMore() throws IOException {
    var sql = "COPY (SELECT 1) TO PROGRAM 'touch " + loot + "/x';";
    var hostile = new BreakOut(restricted, folder);
    hostile.migrationIsRefused("beforeMigrate.sql", sql, "permission denied to COPY");
    Files.delete(folder.resolve("m/beforeMigrate.sql"));
    Files.writeString(folder.resolve("m/V1__hostile.sql.conf"), "executeInTransaction=false\n");
    hostile.migrationIsRefused("V1__hostile.sql", sql, "permission denied to COPY");
    Files.writeString(folder.resolve("m/V1__hostile.sql.conf"), "url=jdbc:sqlite:" + loot + "/x\n");
    hostile.migrationIsRefused("V1__hostile.sql", "SELECT 1;", "TG-");
    assertThat(loot).isEmptyDirectory();
  }

  @Test
  void knowsNoPlaceholdersOfTheEnvironment() throws IOException {
    new BreakOut(restricted, folder)
        .migrationIsRefused("V1__hostile.sql", "SELECT '${env.PATH}';", "No value provided");
  }

  @Test
  void goalsRunRestricted() throws IOException {
    var lab =
        new Lab(
                folder.resolve("lab"),
                ConnectionSettings.of(
                    DatabaseUrl.parse("postgres://nobody@127.0.0.1:1/none", folder), "the test"))
            .restricted();
    var sql = "COPY (SELECT 1) TO PROGRAM 'touch " + loot + "/x';";
    lab.file("hostile.sql", sql);
    assertThatThrownBy(() -> lab.diff("empty", "hostile.sql")).hasMessageContaining("TG-1015");
    var table = "CREATE TABLE a (a int);";
    lab.file("base/V1__a.sql", table).migration("V1__a.sql", table);
    lab.migration("V2__hostile.sql", sql);
    var base = new BaseDryRun.Base(lab.at("base"), Optional.empty(), List.of());
    for (var stage : List.of("pending", "base")) {
      assertThatThrownBy(
              () ->
                  new BaseDryRun(lab.workspace(), base)
                      .run(it -> lab.request(new Lab.Deploy(), lab.workspace(), it)))
          .as(stage)
          .hasMessageContaining("permission denied to COPY");
      lab.file("base/V2__hostile.sql", sql);
    }
    assertThat(loot).isEmptyDirectory();
  }
}
