package dev.tidegate.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorSqliteTest {
  private Path temporary;
  private Path migrations;
  private ConnectionSettings settings;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    temporary = folder;
    migrations = Files.createDirectory(temporary.resolve("migration"));
    settings = ConnectionSettings.of(DatabaseUrl.parse("app.db", temporary), "a test");
  }

  @Test
  void appliesVersionsInOrderAndReportsEach() throws Exception {
    write("V2__two.sql", "ALTER TABLE a ADD COLUMN b TEXT;");
    write("sub/V1__one.sql", "CREATE TABLE a (id INTEGER);\nINSERT INTO a VALUES (1);");
    write("R__view.sql", "CREATE VIEW v AS SELECT b FROM a;");

    var run = apply();

    assertThat(run.failure()).isEmpty();
    assertThat(run.applied())
        .extracting(AppliedMigration::script, AppliedMigration::statements)
        .containsExactly(
            tuple("sub/V1__one.sql", 2), tuple("V2__two.sql", 1), tuple("R__view.sql", 1));
  }

  @Test
  void saysWhichStatementFailedAndRollsItsMigrationBack() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id INTEGER);");
    write("V2__two.sql", "CREATE TABLE b (id INTEGER);\n\nINSERT INTO nowhere VALUES (1);");

    var run = apply();

    assertThat(run.applied()).hasSize(1);
    var problem = run.failure().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
    assertThat(problem.summary()).isEqualTo("migration V2__two.sql failed at statement 2 (line 3)");
    assertThat(String.join("\n", problem.detail()))
        .contains("no such table: nowhere")
        .contains("INSERT INTO nowhere VALUES (1)");
    assertThat(read().version()).contains(Version.parse("1"));
  }

  @Test
  void tellsHowEachMigrationStands() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id INTEGER);");
    write("V3__three.sql", "CREATE TABLE c (id INTEGER);");
    write("V4__four.sql", "CREATE TABLE d (id INTEGER);");
    apply();
    write("V1__one.sql", "CREATE TABLE a (id INTEGER, b TEXT);");
    write("V2__two.sql", "CREATE TABLE b (id INTEGER);");
    Files.delete(migrations.resolve("V3__three.sql"));
    write("V5__five.sql", "CREATE TABLE e (id INTEGER);");

    var standing = read().entries();

    assertThat(standing)
        .extracting(HistoryEntry::script, HistoryEntry::status)
        .containsExactlyInAnyOrder(
            tuple("V1__one.sql", MigrationStatus.CHANGED),
            tuple("V2__two.sql", MigrationStatus.OUT_OF_ORDER),
            tuple("V3__three.sql", MigrationStatus.MISSING),
            tuple("V4__four.sql", MigrationStatus.APPLIED),
            tuple("V5__five.sql", MigrationStatus.PENDING));
  }

  @Test
  void stopsAtTheTarget() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id INTEGER);");
    write("V2__two.sql", "CREATE TABLE b (id INTEGER);");
    write("R__view.sql", "CREATE VIEW v AS SELECT id FROM a;");

    var run =
        new Migrator()
            .apply(
                MigrationDatabase.of(settings),
                MigrationFolder.read(migrations),
                new MigrateOptions(
                    Optional.of(Version.parse("1")), Optional.empty(), Optional.empty(), 0));

    assertThat(run.orThrow())
        .extracting(AppliedMigration::script)
        .containsExactly("V1__one.sql", "R__view.sql");
  }

  @Test
  void adoptsADatabaseAtAVersionAndRunsOnlyWhatIsAbove() throws Exception {
    try (var connection = Connections.open(settings);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE a (id INTEGER)");
    }
    write("V1__one.sql", "CREATE TABLE a (id INTEGER);");
    write("V2__two.sql", "CREATE TABLE b (id INTEGER);");

    assertThat(apply().failure().map(Problem::code)).contains(ProblemCode.HISTORY_ABSENT);
    new Migrator().baseline(MigrationDatabase.of(settings), Version.parse("1"), "adopted");

    assertThat(apply().orThrow())
        .extracting(AppliedMigration::script)
        .containsExactly("V2__two.sql");
    assertThat(read().entries())
        .extracting(HistoryEntry::status)
        .contains(
            MigrationStatus.BASELINE, MigrationStatus.BELOW_BASELINE, MigrationStatus.APPLIED);
  }

  @Test
  void readingTheHistoryOfANewDatabaseMakesNoTable() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id INTEGER);");
    try (var connection = Connections.open(settings);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE other (id INTEGER)");
    }
    var before = Files.readAllBytes(temporary.resolve("app.db"));

    var history =
        MigrationHistory.read(
            MigrationDatabase.of(settings.forReading()), MigrationFolder.read(migrations));

    assertThat(history.isEmpty()).isTrue();
    assertThat(history.with(MigrationStatus.PENDING)).hasSize(1);
    assertThat(Files.readAllBytes(temporary.resolve("app.db"))).isEqualTo(before);
  }

  @Test
  void saysWhatToDoWhereAnAdoptionIsRefused() throws Exception {
    write("V1__one.sql", "CREATE TABLE a (id INTEGER);");
    assertThat(apply().failure()).isEmpty();
    assertThatThrownBy(
            () ->
                new Migrator()
                    .baseline(MigrationDatabase.of(settings), Version.parse("7"), "adopted"))
        .hasMessageContainingAll(
            "TG-2108", "State:  nothing was changed", "Hint:   what its history says:");
  }

  @Test
  void saysWhatToDoWhereTheHistoryCannotBeRead() throws Exception {
    Files.writeString(
        temporary.resolve("app.db"), "no database at all, but long enough to be read");
    assertThatThrownBy(this::read)
        .hasMessageContainingAll(
            "the migration history cannot be read",
            "State:  reading it changed nothing",
            "mvn tidegate:status");
  }

  @Test
  void saysThatAFileThatIsNoTextWasNotRun() throws Exception {
    Files.write(migrations.resolve("V1__one.sql"), new byte[] {'-', '-', (byte) 0xfc, '\n'});
    assertThatThrownBy(this::apply)
        .hasMessageContainingAll(
            "cannot read ",
            "State:  nothing of this migration was run",
            "V1__one.sql readable, as text in UTF-8");
  }

  private MigrationRun apply() {
    return new Migrator()
        .apply(
            MigrationDatabase.of(settings), MigrationFolder.read(migrations), MigrateOptions.all());
  }

  private MigrationHistory read() {
    return MigrationHistory.read(
        MigrationDatabase.of(settings.forReading()), MigrationFolder.read(migrations));
  }

  private void write(String name, String sql) throws Exception {
    var file = migrations.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }
}
