package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.dialect.sqlite.SqliteDialect;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.Scratches;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code scratchTrust=restricted} nothing that SQL can say leaves the scratch database. */
class SqliteBreakOutTest {
  private static final String PREPARED = "CREATE TABLE own (a int); INSERT INTO own VALUES (1);\n";

  private final Path folder;
  private final Path loot;
  private final Scratch restricted = open(true);

  SqliteBreakOutTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.loot = Files.createDirectory(folder.resolve("loot"));
  }

  private static Scratch open(boolean restricted) {
    return Scratches.open(new SqliteDialect(), TestPostgres.settings(17, restricted));
  }

  @AfterEach
  void close() {
    restricted.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ATTACH 'LOOT/x.db' AS x; CREATE TABLE x.t (a int) | too many attached databases
          VACUUM INTO 'LOOT/x.db'                           | too many attached databases
          backup to 'LOOT/x.db'                             | reads or writes a file
          BackUp main to LOOT/x.db                          | reads or writes a file
          restore from 'LOOT/../secret.db'                  | reads or writes a file
          SELECT load_extension('LOOT/x.so')                | not authorized
          SELECT writefile('LOOT/x', 'x')                   | no such function: writefile
          SELECT readfile('/etc/passwd')                    | no such function: readfile
          SELECT edit('x', 'touch LOOT/x')                  | no such function: edit
          CREATE VIRTUAL TABLE f USING fsdir('/')           | no such module: fsdir
          CREATE VIRTUAL TABLE f USING csv(filename='/etc/passwd') | no such module: csv
          PRAGMA temp_store_directory = 'LOOT'              | reaches beyond the database
          PRAGMA main . "Temp_Store_Directory" = 'LOOT'     | reaches beyond the database
          EXPLAIN PRAGMA /* */ temp_store_directory('LOOT') | reaches beyond the database
          PRAGMA writable_schema = ON                       | reaches beyond the database
          """)
  void refuses(String sql, String reason) throws IOException {
    new BreakOut(restricted, folder).isRefused(sql.replace("LOOT", loot.toString()) + ";", reason);
    assertThat(loot).isEmptyDirectory();
  }

  /** What is refused above does reach out where SQL is trusted, so that the tests can fail. */
  @ParameterizedTest
  @ValueSource(strings = {"VACUUM INTO 'LOOT/x.db'", "backup to 'LOOT/x.db'"})
  void reachesOutWhereItIsTrusted(String sql) throws IOException {
    try (var trusted = open(false)) {
      new BreakOut(trusted, folder)
          .reaches(PREPARED + sql.replace("LOOT", loot.toString()) + ";", loot.resolve("x.db"));
    }
  }

  @Test
  void refusesTheSameInCallbacksAndWhereAConfigurationTakesTheTransactionAway() throws IOException {
    var sql = "backup to '" + loot + "/x.db';";
    new BreakOut(restricted, folder)
        .migrationIsRefused("afterMigrate.sql", sql, "reads or writes a file");
    Files.delete(folder.resolve("m/afterMigrate.sql"));
    Files.writeString(folder.resolve("m/V1__x.sql.conf"), "executeInTransaction=false\n");
    new BreakOut(restricted, folder).migrationIsRefused("V1__x.sql", sql, "reads or writes a file");
    assertThat(loot).isEmptyDirectory();
  }

  @Test
  void leavesJournalsBesideItsOwnDatabaseOnly() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("wal.sql"), "PRAGMA journal_mode = WAL; CREATE TABLE t (a int);\n");
    var before = names();
    new dev.tidegate.source.StateReader(
            Engine.DIALECTS, restricted, dev.tidegate.dialect.Scope.all(), Optional.empty())
        .read(new dev.tidegate.source.State.SqlFiles("wal.sql", file))
        .close();
    assertThat(names()).isEqualTo(before);
  }

  private List<Path> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void goalsRunRestricted() throws Exception {
    var lab =
        new Lab(folder, ConnectionSettings.of(DatabaseUrl.parse("none.db", folder), "the test"))
            .restricted();
    var sql = "backup to '" + loot + "/x.db';";
    lab.file("hostile.sql", sql);
    assertThatThrownBy(() -> lab.diff("empty", "hostile.sql")).hasMessageContaining("TG-1015");
    lab.file("base/V1__a.sql", "CREATE TABLE a (a int);")
        .migration("V1__a.sql", "CREATE TABLE a (a int);");
    lab.migration("V2__hostile.sql", sql);
    var base = new BaseDryRun.Base(lab.at("base"), Optional.of("sqlite"), List.of());
    assertThatThrownBy(
            () ->
                new BaseDryRun(lab.workspace(), base)
                    .run(it -> lab.request(new Lab.Deploy(), lab.workspace(), it)))
        .hasMessageContaining("reads or writes a file");
    lab.file("base/V2__hostile.sql", sql);
    assertThatThrownBy(
            () ->
                new BaseDryRun(lab.workspace(), base)
                    .run(it -> lab.request(new Lab.Deploy(), lab.workspace(), it)))
        .hasMessageContaining("reads or writes a file");
    assertThat(loot).isEmptyDirectory();
    assertThat(folder.resolve("none.db")).doesNotExist();
  }

  @Test
  void readsNoFileOverALink() throws Exception {
    var settings = ConnectionSettings.of(DatabaseUrl.parse("none.db", folder), "the test");
    var lab = new Lab(folder.resolve("lab"), settings);
    lab.file("../secret/env.sql", "TOKEN=very-secret;");
    Files.createSymbolicLink(lab.at("file.sql"), folder.resolve("secret/env.sql"));
    Files.createSymbolicLink(lab.at("linked"), folder.resolve("secret"));
    Files.createSymbolicLink(lab.at("m/V1__x.sql"), folder.resolve("secret/env.sql"));
    assertThatThrownBy(() -> lab.diff("empty", "file.sql")).hasMessageContaining("very-secret");
    lab.restricted();
    for (var state : List.of("file.sql", "linked/env.sql", "migrations")) {
      assertThatThrownBy(() -> lab.diff("empty", state))
          .hasMessageContaining("is a link")
          .hasMessageNotContaining("very-secret");
    }
    lab.file("base/.keep", "");
    var base = new BaseDryRun.Base(lab.at("base"), Optional.of("sqlite"), List.of());
    assertThatThrownBy(
            () ->
                new BaseDryRun(lab.workspace(), base)
                    .run(it -> lab.request(new Lab.Deploy(), lab.workspace(), it)))
        .hasMessageContaining("is a link");
  }

  /** One that is there to be restored from: what it holds must not reach the scratch database. */
  @Test
  void readsNoOtherDatabase() throws Exception {
    var secret = ConnectionSettings.of(DatabaseUrl.parse("secret.db", folder), "the test");
    try (var connection = Connections.open(secret);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE secret (token text)");
    }
    new BreakOut(restricted, folder)
        .isRefused("restore from '" + folder.resolve("secret.db") + "';", "reads or writes a file");
  }
}
