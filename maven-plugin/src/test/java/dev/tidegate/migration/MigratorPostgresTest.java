package dev.tidegate.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidegate.problem.ProblemCode;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigratorPostgresTest {
  private Path migrations;
  private ScratchDatabase database;

  @BeforeEach
  void prepare(@TempDir Path folder) {
    migrations = folder;
    database = TestPostgres.database(17);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void createIndexConcurrentlyDoesNotWaitForFlywaysOwnLock(int major) throws Exception {
    write("V1__table.sql", "CREATE TABLE a (id int); INSERT INTO a VALUES (1);");
    write("V2__index.sql", "CREATE INDEX CONCURRENTLY a_id ON a (id);");
    try (var server = TestPostgres.database(major)) {
      var run = apply(server, MigrateOptions.all());

      assertThat(run.failure()).isEmpty();
      assertThat(run.applied()).hasSize(2);
    }
  }

  @Test
  void saysTheLineOfTheErrorAndRollsBack() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id int);");
    write(
        "V2__two.sql",
        "CREATE TABLE b (id int);\n\nCREATE VIEW v AS\n  SELECT id,\n    nothing\n  FROM a;\n");

    var run = apply(database, MigrateOptions.all());

    assertThat(run.applied())
        .extracting(AppliedMigration::script, AppliedMigration::statements)
        .containsExactly(tuple("V1__one.sql", 1));
    var problem = run.failure().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
    assertThat(problem.summary()).isEqualTo("migration V2__two.sql failed at statement 2 (line 5)");
    assertThat(problem.detail().get(0))
        .isEqualTo("ERROR: column \"nothing\" does not exist (SQLSTATE 42703)");
    assertThat(problem.state().orElseThrow()).contains("rolled back").contains("V1__one.sql");
    assertThat(query("SELECT count(*) FROM pg_class WHERE relname = 'b'")).isEqualTo("0");
  }

  @Test
  void namesWhatRemainsOfAMigrationThatStoppedHalfway() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1);");
    write(
        "V2__two.sql",
        "CREATE INDEX CONCURRENTLY a_id ON a (id);\nCREATE UNIQUE INDEX CONCURRENTLY a_once ON a (id);");

    var problem = apply(database, MigrateOptions.all()).failure().orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_STOPPED_HALFWAY);
    assertThat(problem.state().orElseThrow())
        .contains("statement 1 remains applied")
        .contains("an INVALID index a_once exists");
    assertThat(read(database).with(MigrationStatus.FAILED)).hasSize(1);
  }

  @Test
  void refusesToMixWhatNeedsATransactionWithWhatRefusesOne() throws Exception {
    write("V1__mixed.sql", "CREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY a_id ON a (id);");

    var problem = apply(database, MigrateOptions.all()).failure().orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_SPLIT_REFUSED);
    assertThat(problem.summary()).contains("V1__mixed.sql");
    assertThat(query("SELECT count(*) FROM pg_class WHERE relname = 'a'")).isEqualTo("0");
  }

  @Test
  void aScriptConfigurationTakesAMigrationOutOfItsTransaction() throws Exception {
    write("V1__mixed.sql", "CREATE TABLE a (id int);\nVACUUM a;");
    write("V1__mixed.sql.conf", "executeInTransaction=false");

    var problem = apply(database, MigrateOptions.all()).failure();

    assertThat(problem).isEmpty();
  }

  @Test
  void historyIsReadWithoutTheRightToWrite() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id int);");
    var settings = database.settings().forReading();

    assertThat(MigrationHistory.read(MigrationDatabase.of(settings), folder()).isEmpty()).isTrue();
    assertThat(query("SELECT count(*) FROM pg_class WHERE relname LIKE 'flyway%'")).isEqualTo("0");

    apply(database, MigrateOptions.all());
    var applied = MigrationHistory.read(MigrationDatabase.of(settings), folder());
    assertThat(applied.version()).contains(Version.parse("1"));
    assertThat(applied.entries().get(0).checksums().applied())
        .isEqualTo(applied.entries().get(0).checksums().file());
  }

  @Test
  void historyStandsInTheSchemaThatTheUrlNames() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id int);");
    var inApp =
        new MigrationDatabase(database.settings().product(), database::connect, Optional.of("app"));

    new Migrator().apply(inApp, folder(), MigrateOptions.all()).orThrow();

    assertThat(
            query(
                "SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'app' AND relkind = 'r'"))
        .isEqualTo("a,flyway_schema_history");
    assertThat(MigrationHistory.read(inApp, folder()).with(MigrationStatus.APPLIED)).hasSize(1);
  }

  @Test
  void triesAgainWhenALockIsNotToBeHadInTime() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id int);");
    apply(database, MigrateOptions.all());
    write("V2__two.sql", "ALTER TABLE a ADD COLUMN b int;");
    var impatient =
        new MigrateOptions(
            Optional.empty(), Optional.of(Duration.ofMillis(50)), Optional.empty(), 1);
    try (var other = database.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE a");

      var problem = apply(database, impatient).failure().orElseThrow();

      assertThat(problem.detail().get(0)).contains("SQLSTATE 55P03");
      other.rollback();
    }
    assertThat(apply(database, impatient).orThrow()).hasSize(1);
  }

  @Test
  void opensNoConnectionButTheDatabases() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id int);");
    var before = ProxySelector.getDefault();
    var recorder = new RecordingProxySelector();
    ProxySelector.setDefault(recorder);
    try {
      apply(database, MigrateOptions.all()).orThrow();
      read(database);
    } finally {
      ProxySelector.setDefault(before);
    }

    var port = database.settings().url().port();
    assertThat(recorder.asked()).allMatch(uri -> uri.getPort() == port);
  }

  private MigrationRun apply(ScratchDatabase target, MigrateOptions options) {
    return new Migrator().apply(MigrationDatabase.of(target.settings()), folder(), options);
  }

  private MigrationHistory read(ScratchDatabase target) {
    return MigrationHistory.read(MigrationDatabase.of(target.settings()), folder());
  }

  private MigrationFolder folder() {
    return MigrationFolder.read(migrations);
  }

  private String query(String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void write(String name, String sql) throws Exception {
    Files.writeString(migrations.resolve(name), sql);
  }
}
