package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.MigrationEntry;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pending migration takes away is found wherever it is said. */
class PostgresLossTest {
  private static final String START =
      """
      CREATE TABLE teams (id integer PRIMARY KEY, name text);
      CREATE TABLE users (
        id integer PRIMARY KEY, bio text,
        team_id integer REFERENCES teams ON DELETE CASCADE,
        deputy integer REFERENCES teams ON DELETE SET NULL);
      CREATE TABLE posts (id integer, user_id integer REFERENCES users ON DELETE CASCADE);
      CREATE TABLE parts (id integer, note text, day date) PARTITION BY RANGE (day);
      CREATE TABLE parts_24 PARTITION OF parts FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
      CREATE TABLE base (id integer, note text);
      CREATE TABLE derived (more text) INHERITS (base);
      CREATE FUNCTION clean() RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        IF true THEN
          TRUNCATE posts;
        END IF;
      END $$;
      CREATE SCHEMA app;
      CREATE TABLE app.notes (id integer, note text);
      CREATE VIEW app_notes AS SELECT id AS nr, note FROM app.notes;
      CREATE FUNCTION sql_clean() RETURNS void BEGIN ATOMIC DELETE FROM posts; END;
      """;

  private final Path folder;
  private final ScratchDatabase database = TestPostgres.database(17);

  PostgresLossTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Lab lab() {
    try {
      var settings = database.settings();
      var lab =
          new Lab(
              folder,
              new ConnectionSettings(
                  settings.url(), settings.user(), settings.password(), "the test", false));
      lab.migration("V1__start.sql", START).deploy();
      return lab;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        of("DO $$ BEGIN DELETE FROM posts WHERE id = 1; END $$", "delete:public.posts"),
        of(
            "DO $x$ DECLARE r record; BEGIN FOR r IN SELECT 1 LOOP IF true THEN"
                + " UPDATE users SET bio = ''; END IF; END LOOP; END $x$",
            "delete:public.users.bio"),
        of("DO 'BEGIN EXECUTE ''TRUNCATE posts''; END'", "truncate:public.posts"),
        of("SELECT clean()", "truncate:public.posts"),
        of("SELECT sql_clean()", "delete:public.posts"),
        of("DO $$ BEGIN PERFORM clean(); END $$", "truncate:public.posts"),
        of(
            "CREATE PROCEDURE p() LANGUAGE sql AS $$ DELETE FROM posts $$; CALL p();"
                + " DROP PROCEDURE p()",
            "delete:public.posts"),
        of(
            "DELETE FROM teams WHERE id = 3",
            "delete:public.teams",
            "delete:public.users",
            "delete:public.users.deputy",
            "delete:public.posts"),
        of(
            "TRUNCATE teams CASCADE",
            "truncate:public.teams",
            "truncate:public.users",
            "truncate:public.posts"),
        of(
            "MERGE INTO posts USING users ON users.id = posts.user_id WHEN MATCHED THEN DELETE",
            "delete:public.posts"),
        of(
            "WITH gone AS (DELETE FROM posts RETURNING id) SELECT count(*) FROM gone",
            "delete:public.posts"),
        of("SET search_path TO app; DELETE FROM notes", "delete:app.notes"),
        of("DELETE FROM app_notes", "delete:app.notes"),
        of("UPDATE app_notes SET note = ''", "delete:app.notes.note"),
        of("ALTER TABLE posts RENAME TO old; DELETE FROM old", "delete:public.posts"),
        of("ALTER TABLE posts RENAME TO old; TRUNCATE old", "truncate:public.posts"),
        of(
            "ALTER TABLE posts RENAME TO old; DELETE FROM old; ALTER TABLE old RENAME TO posts",
            "delete:public.old"),
        of(
            "CREATE TEMP TABLE work AS SELECT * FROM posts; DELETE FROM work; DROP TABLE work;"
                + " EXPLAIN ANALYZE DELETE FROM posts",
            "delete:public.posts"),
        of("PREPARE gone AS DELETE FROM posts; EXECUTE gone", "delete:public.posts"),
        of("ALTER TABLE parts DROP COLUMN note", "drop-column:public.parts.note"),
        of("ALTER TABLE base DROP COLUMN note", "drop-column:public.base.note"),
        of("DROP TABLE parts_24", "drop-table:public.parts_24"),
        of(
            "CREATE TABLE kept AS SELECT * FROM posts; DROP FUNCTION sql_clean; DROP TABLE posts",
            "drop-table:public.posts"),
        of("DROP TABLE users CASCADE", "drop-table:public.users"));
  }

  private static Arguments of(String sql, String... approvals) {
    return Arguments.of(sql, approvals);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void refusesWhatNobodyAllowed(String sql, String[] approvals) {
    var lab = lab().migration("V2__x.sql", sql + ";");
    var report = lab.deploy();
    assertThat(report.problem().orElseThrow().code()).isEqualTo(ProblemCode.HAZARD_NOT_ALLOWED);
    assertThat(report.migrations().get(0).hazards())
        .filteredOn(MigrationEntry.PendingHazard::destroysData)
        .extracting(MigrationEntry.PendingHazard::approval)
        .containsExactlyInAnyOrder(approvals);
    assertThat(lab.deploy(d -> d.allow(approvals)).problem()).isEmpty();
  }

  @Test
  void saysThatRowsWereCopiedBeforeTheirTableGoes() {
    var lab =
        lab()
            .migration(
                "V2__x.sql",
                "CREATE TABLE kept AS SELECT * FROM posts; DROP FUNCTION sql_clean; DROP TABLE posts;");
    assertThat(lab.deploy().problem().orElseThrow().detail().get(0))
        .isEqualTo(
            "V2__x.sql: table public.posts is dropped with its rows; statement 1 has copied from it"
                + " before (0 rows now)   [drop-table]");
  }

  @Test
  void saysWhatWasNotSeenThrough() {
    var lab =
        lab().migration("V2__x.sql", "DO $$ BEGIN EXECUTE format('ANALYZE %I', 'posts'); END $$;");
    var report = lab.deploy();
    assertThat(report.problem()).isEmpty();
    assertThat(report.notes())
        .containsExactly(
            "V2__x.sql: a DO block runs what it puts together (EXECUTE), which was not seen"
                + " through");
  }

  @Test
  void takesAPartitionThatIsDetachedForNoLoss() {
    var lab = lab().migration("V2__x.sql", "ALTER TABLE parts DETACH PARTITION parts_24;");
    var report = lab.deploy();
    assertThat(report.problem()).isEmpty();
    assertThat(report.migrations().get(0).hazards())
        .extracting(MigrationEntry.PendingHazard::message)
        .contains("public.parts_24 leaves public.parts with its rows");
  }

  @Test
  void saysThatAFileFailedInScratchOnly() {
    var lab =
        lab()
            .migration(
                "V2__x.sql",
                "DO $$ BEGIN IF NOT EXISTS (SELECT FROM teams) THEN RAISE 'no team'; END IF; END $$;");
    assertThatThrownBy(lab::deploy)
        .hasMessageContainingAll(
            "TG-2103",
            "V2__x.sql",
            "no team",
            "tried in a scratch database",
            "nothing was changed",
            "IF EXISTS (SELECT …)");
  }
}
