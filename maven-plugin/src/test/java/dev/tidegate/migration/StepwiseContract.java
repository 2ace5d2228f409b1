package dev.tidegate.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.problem.ProblemCode;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that run statement by statement, on one major version of PostgreSQL. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class StepwiseContract {
  private static final String TABLE =
      "CREATE TABLE a (id int, b int); INSERT INTO a SELECT n, n FROM generate_series(1, 9) n;";
  private static final String HALF =
      """
      CREATE INDEX CONCURRENTLY a_id ON a (id);

      CREATE UNIQUE INDEX CONCURRENTLY a_b ON a (b);
      CREATE INDEX CONCURRENTLY a_both ON a (id, b);
      """;
  private static final String INVALID =
      "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid";

  private ScratchDatabase database;
  private MigrationLab lab;

  abstract int major();

  @BeforeEach
  void prepare(@TempDir Path folder) {
    database = TestPostgres.database(major());
    lab = new MigrationLab(folder, database.settings());
    lab.write("V1__t.sql", TABLE);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void writesTheHistoryThatFlywayWrites() throws SQLException {
    lab.write("V2__i.sql", HALF)
        .write("V3__v.sql", "VACUUM a;")
        .write("R__r.sql", "REINDEX DATABASE \"${flyway:database}\";")
        .write("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT '${flyway:user}' AS u;")
        .write("V4__m.sql", "CREATE TABLE c (id int);\nVACUUM c;")
        .write("V4__m.sql.conf", "executeInTransaction=false");
    var columns =
        "SELECT installed_rank, version, description, type, script, checksum, installed_by, success"
            + " FROM flyway_schema_history ORDER BY installed_rank";
    lab.apply().orThrow();
    var ours = lab.rows(columns);
    try (var plain = TestPostgres.database(major())) {
      var other = new MigrationLab(lab.folder().path(), plain.settings());
      var configuration = FlywayConfiguration.of(other.database(), other.folder(), List.of());
      Migrator.quietly(() -> new Flyway(configuration).migrate());
      var flyways =
          other.rows(
              columns.replace("checksum", "CASE script WHEN 'R__r.sql' THEN 0 ELSE checksum END"));
      assertThat(
              lab.rows(
                  columns.replace(
                      "checksum", "CASE script WHEN 'R__r.sql' THEN 0 ELSE checksum END")))
          .isEqualTo(flyways);
    }
    assertThat(ours).hasSize(6);
    assertThat(lab.apply().orThrow()).isEmpty();
    assertThat(lab.rows("SELECT to_regclass('tidegate_progress')")).containsExactly("null");
  }

  @Test
  void goesOnAtTheStatementThatFailed() throws SQLException {
    lab.write("V2__i.sql", HALF)
        .apply(
            new MigrateOptions(
                Optional.of(Version.parse("1")), Optional.empty(), Optional.empty(), 0))
        .orThrow();
    lab.execute("INSERT INTO a VALUES (10, 1)");

    var problem = lab.apply().failure().orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_STOPPED_HALFWAY);
    assertThat(problem.summary()).isEqualTo("migration V2__i.sql failed at statement 2 (line 3)");
    assertThat(problem.state().orElseThrow())
        .contains("statement 1 remains applied", "an INVALID index a_b exists");
    assertThat(problem.hint().orElseThrow())
        .contains("drops the INVALID index", "goes on at statement 2");
    assertThat(lab.progress())
        .singleElement()
        .extracting(Progress::text)
        .isEqualTo(
            "V2__i.sql stopped before statement 2 of 3 (line 3):"
                + " CREATE UNIQUE INDEX CONCURRENTLY a_b ON a (b)");
    assertThat(lab.history().with(MigrationStatus.FAILED)).hasSize(1);
    assertThat(lab.history().resumable(lab.progress(), lab.folder()).with(MigrationStatus.PENDING))
        .hasSize(1);
    var before = lab.rows("SELECT 'a_id'::regclass::oid");

    lab.execute("DELETE FROM a WHERE id = 10");
    assertThat(lab.apply().orThrow())
        .singleElement()
        .extracting(AppliedMigration::statements)
        .isEqualTo(3);

    assertThat(lab.rows("SELECT 'a_id'::regclass::oid")).isEqualTo(before);
    assertThat(lab.rows(INVALID)).isEmpty();
    assertThat(lab.rows("SELECT to_regclass('a_both')")).containsExactly("a_both");
    assertThat(lab.rows("SELECT script, success FROM flyway_schema_history WHERE version = '2'"))
        .containsExactly("V2__i.sql,t");
    assertThat(lab.progress()).isEmpty();
  }

  @Test
  void refusesAChangeInWhatIsDoneAndTakesOneInWhatIsNot() throws SQLException {
    lab.write("V2__i.sql.conf", "executeInTransaction=false");
    lab.write("V2__i.sql", HALF + "SELECT 1 / 0;").apply();
    lab.write("V2__i.sql", HALF.replace("a_b ON a (b)", "a_b ON a (b, id)"));
    assertThatThrownBy(lab::apply)
        .hasMessageContainingAll(
            "TG-2115",
            "V2__i.sql",
            "statement 2 was, on line 3",
            "a_b ON a (b)",
            "(b, id)",
            "or give it up",
            "DELETE FROM tidegate_progress WHERE script = 'V2__i.sql'");
    lab.write("V2__i.sql", HALF + "SELECT 1;");
    assertThat(lab.apply().orThrow()).hasSize(1);
  }

  @Test
  void keepsWhatAFileCommitsItselfAndRunsItOnce() throws SQLException {
    lab.write(
        "V2__c.sql",
        "INSERT INTO a VALUES (10, 1);\nCOMMIT;\nINSERT INTO a VALUES (11, 1);\nSELECT 1 / 0;");
    var problem = lab.apply().failure().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_STOPPED_HALFWAY);
    assertThat(problem.summary()).isEqualTo("migration V2__c.sql failed at statement 4 (line 4)");
    assertThat(problem.state().orElseThrow()).contains("statements 1 to 2 remain applied");
    assertThat(lab.rows("SELECT id FROM a WHERE id > 9")).containsExactly("10");
    lab.write("V2__c.sql", "INSERT INTO a VALUES (10, 1);\nCOMMIT;\nINSERT INTO a VALUES (11, 1);");
    assertThat(lab.apply().orThrow()).hasSize(1);
    assertThat(lab.rows("SELECT id FROM a WHERE id > 9 ORDER BY 1")).containsExactly("10", "11");
    assertThat(lab.progress()).isEmpty();
  }

  @Test
  void takesAWholeFileBackThatIsOneTransactionOfItsOwn() throws SQLException {
    lab.write("V2__b.sql", "BEGIN;\nINSERT INTO a VALUES (10, 1);\nSELECT 1 / 0;\nCOMMIT;");
    var problem = lab.apply().failure().orElseThrow();
    assertThat(problem.state().orElseThrow()).contains("no statement of it was completed");
    assertThat(lab.rows("SELECT id FROM a WHERE id > 9")).isEmpty();
    lab.write("V2__b.sql", "BEGIN;\nINSERT INTO a VALUES (10, 1);\nCOMMIT;").apply().orThrow();
    assertThat(lab.rows("SELECT id FROM a WHERE id > 9")).containsExactly("10");
  }

  @Test
  void refusesAFileThatRollsItselfBack() throws SQLException {
    lab.apply().orThrow();
    lab.write("V2__r.sql", "INSERT INTO a VALUES (10, 1);\nROLLBACK;\nDELETE FROM a;");
    assertThatThrownBy(lab::apply)
        .hasMessageContainingAll("TG-2112", "V2__r.sql", "on line 2", "ROLLBACK");
    assertThat(lab.rows("SELECT count(*) FROM a")).containsExactly("9");
    assertThat(lab.history().version().orElseThrow()).hasToString("1");
  }

  @Test
  void commitsAStatementTogetherWithItsJournalEntry() throws SQLException {
    lab.write(
        "V2__m.sql",
        "UPDATE a SET b = b + 1;\nVACUUM a;\nUPDATE a SET b = b + 1;\nSELECT 1 / (SELECT count(*) FROM z);");
    lab.write("V2__m.sql.conf", "executeInTransaction=false");
    assertThat(lab.apply().failure()).isPresent();
    assertThat(lab.progress().get(0).done()).isEqualTo(3);
    lab.execute("CREATE TABLE z AS SELECT 1");
    lab.apply().orThrow();
    assertThat(lab.rows("SELECT max(b - id) FROM a")).containsExactly("2");
  }

  @Test
  void rollsABlockBackAsAWhole() throws SQLException {
    lab.write(
        "V2__m.sql",
        "VACUUM a;\nBEGIN;\nUPDATE a SET b = b + 1;\nUPDATE a SET b = b / (SELECT count(*) FROM z);\nCOMMIT;");
    lab.write("V2__m.sql.conf", "executeInTransaction=false");
    assertThat(lab.apply().failure()).isPresent();
    assertThat(lab.rows("SELECT max(b - id) FROM a")).containsExactly("0");
    lab.execute("CREATE TABLE z AS SELECT 1");
    lab.apply().orThrow();
    assertThat(lab.rows("SELECT max(b - id) FROM a")).containsExactly("1");
  }

  @Test
  void saysAgainWhatWasSetForTheSession() throws SQLException {
    lab.execute("CREATE SCHEMA other");
    lab.write(
        "V2__m.sql",
        "SET search_path TO other;\nCREATE TABLE z2 (id int);\nVACUUM z2;\nINSERT INTO z2 SELECT id FROM z;");
    lab.write("V2__m.sql.conf", "executeInTransaction=false");
    assertThat(lab.apply().failure()).isPresent();
    lab.execute("CREATE TABLE other.z AS SELECT 7 AS id");
    lab.apply().orThrow();
    assertThat(lab.rows("SELECT id FROM other.z2")).containsExactly("7");
  }

  @Test
  void findsOutWhetherAnIndexWasBuiltWhoseEndNobodySaw() throws SQLException {
    started("V2__i.sql", HALF, 1);
    lab.execute("CREATE INDEX a_id ON a (id)");
    var before = lab.rows("SELECT 'a_id'::regclass::oid");
    lab.apply().orThrow();
    assertThat(lab.rows("SELECT 'a_id'::regclass::oid")).isEqualTo(before);
  }

  @Test
  void buildsAnIndexAnewThatWasLeftInvalid() throws SQLException {
    started("V2__i.sql", HALF, 1);
    lab.execute("CREATE INDEX a_id ON a (id)");
    lab.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'a_id'::regclass");
    lab.apply().orThrow();
    assertThat(lab.rows(INVALID)).isEmpty();
    assertThat(lab.said).anyMatch(line -> line.startsWith("DROP INDEX CONCURRENTLY a_id"));
  }

  @Test
  void asksAboutAStatementThatTheDatabaseDoesNotTellOf() throws SQLException {
    started("V2__c.sql", "CREATE INDEX CONCURRENTLY ON a (id);\nVACUUM a;", 1);
    assertThat(lab.progress().get(0).text()).contains("of which nobody saw the end");
    assertThatThrownBy(lab::apply)
        .hasMessageContainingAll(
            "TG-2114", "statement 1 (line 1)", "-Dtidegate.resumeAt=V2__c.sql:1", "V2__c.sql:2");
    assertThatThrownBy(() -> lab.resumeAt("V2__c.sql:4")).hasMessageContaining("TG-2114");
    lab.resumeAt("V2__c.sql:2").orThrow();
    assertThat(lab.rows("SELECT count(*) FROM pg_index WHERE indrelid = 'a'::regclass"))
        .containsExactly("0");
  }

  @Test
  void finishesADetachThatWasBegun() throws SQLException {
    lab.execute(
        "CREATE TABLE p (id int) PARTITION BY RANGE (id)",
        "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9)");
    lab.write("V2__d.sql", "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;");
    new Migrator().baseline(lab.database(), Version.parse("1"), "x");
    lab.apply().orThrow();
    assertThat(lab.rows("SELECT count(*) FROM pg_inherits")).containsExactly("0");
  }

  @Test
  void dropsWhatReindexLeft() throws SQLException {
    lab.execute("CREATE TABLE r (id int)", "CREATE INDEX r_id ON r (id)");
    lab.execute("CREATE INDEX r_id_ccnew ON r (id)");
    lab.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'r_id_ccnew'::regclass");
    new Migrator().baseline(lab.database(), Version.parse("1"), "x");
    started("V2__r.sql", "REINDEX INDEX CONCURRENTLY r_id;", 1);
    lab.apply().orThrow();
    assertThat(lab.rows("SELECT to_regclass('r_id_ccnew')")).containsExactly("null");
  }

  @Test
  void dropsOnlyInTheSchemaOfReindexWhatItLeft() throws SQLException {
    lab.execute("CREATE SCHEMA mine", "CREATE SCHEMA other");
    for (var schema : List.of("mine", "other")) {
      lab.execute("CREATE TABLE " + schema + ".r (id int)");
      leftover(schema + ".r", "r_ccnew");
    }
    new Migrator().baseline(lab.database(), Version.parse("1"), "x");
    started("V2__r.sql", "REINDEX SCHEMA CONCURRENTLY mine;", 1);
    lab.apply().orThrow();
    assertThat(lab.rows(INVALID)).containsExactly("other.r_ccnew");
  }

  @Test
  void dropsNothingThatAnotherReindexIsBuilding() throws SQLException {
    lab.execute("CREATE TABLE r (id int)", "CREATE INDEX r_id ON r (id)");
    leftover("r", "r_id_ccnew");
    new Migrator().baseline(lab.database(), Version.parse("1"), "x");
    started("V2__r.sql", "REINDEX INDEX CONCURRENTLY r_id;", 1);
    lab.said.clear();
    try (var other = lab.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE r IN SHARE UPDATE EXCLUSIVE MODE"); // as REINDEX does
      assertThat(lab.apply().failure()).isPresent();
      other.rollback();
    }
    assertThat(lab.said).noneMatch(line -> line.startsWith("DROP INDEX"));
    assertThat(lab.rows(INVALID)).containsExactly("r_id_ccnew");
  }

  @Test
  void dropsBeforeAnotherAttemptOnlyWhatTheLastOneLeft() throws Exception {
    lab.apply().orThrow();
    lab.execute("CREATE TABLE r (id int)", "CREATE INDEX r_id ON r (id)");
    leftover("r", "r_old_ccnew");
    lab.write("V2__r.sql", "REINDEX TABLE CONCURRENTLY r;");
    try (var other = lab.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("INSERT INTO r VALUES (1)");
      var run = CompletableFuture.supplyAsync(() -> lab.apply(MigrationLab.options(50)));
      while (!run.isDone() && lab.said.stream().noneMatch(it -> it.startsWith("DROP INDEX"))) {
        Thread.sleep(5);
      }
      other.rollback();
      run.get().orThrow();
    }
    assertThat(lab.said).anyMatch(line -> line.contains("r_id_ccnew"));
    assertThat(lab.rows(INVALID)).containsExactly("r_old_ccnew");
  }

  private void leftover(String table, String index) throws SQLException {
    lab.execute(
        "CREATE INDEX " + index + " ON " + table + " (id)",
        "UPDATE pg_index SET indisvalid = false WHERE indrelid = '"
            + table
            + "'::regclass AND indexrelid IN (SELECT oid FROM pg_class WHERE relname = '"
            + index
            + "')");
  }

  @Test
  void refusesAnIndexThatSomebodyElseLeftInvalid() throws SQLException {
    lab.execute("CREATE TABLE r (id int)", "CREATE INDEX r_id ON r (id)");
    lab.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'r_id'::regclass");
    new Migrator().baseline(lab.database(), Version.parse("1"), "x");
    lab.write("V2__r.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS r_id ON r (id);");
    assertThatThrownBy(lab::apply)
        .hasMessageContainingAll("INVALID: r_id", "DROP INDEX CONCURRENTLY r_id");
  }

  @Test
  void runsWhatOnlyPostgresqlRefusesInATransaction() {
    lab.write(
        "V2__r.sql",
        "REINDEX TABLE CONCURRENTLY a;\n-- twice\nREINDEX (VERBOSE) TABLE CONCURRENTLY a;");
    lab.apply().orThrow();
    lab.write("V3__r.sql", "CREATE TABLE q (id int);\nREINDEX TABLE CONCURRENTLY a;");
    assertThat(lab.apply().failure().orElseThrow().code())
        .isEqualTo(ProblemCode.MIGRATION_SPLIT_REFUSED);
  }

  /** The journal as a deploy leaves it that was killed in a statement outside of a transaction. */
  private void started(String script, String sql, int statement) throws SQLException {
    if (lab.history().isEmpty()) {
      lab.apply().orThrow();
    }
    lab.write(script, "VACUUM nowhere;").apply();
    lab.execute("DELETE FROM tidegate_progress");
    lab.execute("DELETE FROM flyway_schema_history WHERE NOT success");
    lab.write(script, sql);
    var number = 0;
    for (var part : sql.split(";")) {
      if (!part.isBlank()) {
        number++;
        lab.execute(
            "INSERT INTO tidegate_progress (script, statement, line, sql, checksum, state) VALUES ('"
                + script
                + "', "
                + number
                + ", 1, '"
                + part.strip()
                + "', 1, '"
                + (number < statement ? "done" : number == statement ? "started" : "planned")
                + "')");
      }
    }
  }
}
