package dev.tidegate.copy;

import static dev.tidegate.copy.Databases.copy;
import static dev.tidegate.copy.Databases.execute;
import static dev.tidegate.copy.Databases.options;
import static dev.tidegate.copy.Databases.rows;
import static dev.tidegate.copy.Databases.sqlite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.copy.CopyOptions.BadValues;
import dev.tidegate.copy.CopyOptions.Mode;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From PostgreSQL into tables of SQLite that are there. */
class CopyPostgresToSqliteTest {
  private Path folder;
  private ScratchDatabase database;
  private ConnectionSettings source;
  private ConnectionSettings target;

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    target = sqlite(folder.resolve("target.db"));
    database = TestPostgres.database(17);
    source = database.settings();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void saysWhichTablesAreOffTheSearchPath() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE t (id int);
        CREATE SCHEMA audit;
        CREATE TABLE audit.log (line text);
        """);
    execute(target, "CREATE TABLE t (id INTEGER);\n");

    assertThat(copy(source, target, options(folder)).passedBy())
        .containsExactly("table audit.log, whose schema is not on the search path,");
  }

  @Test
  void storesEveryTypeInItsDocumentedForm() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE t (id int, b boolean, l bigint, d double precision, n numeric, c char(4),
          x bytea, u uuid, jb jsonb, da date, ts timestamp, tz timestamptz, a int[], iv interval);
        INSERT INTO t VALUES (1, true, 9223372036854775807, 0.1, 12345678901234567890.12, 'ab',
          '\\x00ff', '01234567-89ab-cdef-0123-456789abcdef', '{"a": 1}', '2024-02-29',
          '2024-01-31 12:00:00.5', '2024-01-31 12:00:00+02', '{1,NULL,3}', '1 day');
        """);
    execute(
        target,
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, b BOOLEAN, l BIGINT, d REAL, n TEXT, c TEXT,
          x BLOB, u TEXT, jb TEXT, da TEXT, ts DATETIME, tz TEXT, a TEXT, iv TEXT);
        """);

    copy(source, target, options(folder));

    assertThat(rows(target, "SELECT b, l, d, n, c, hex(x), u, jb, da, ts, tz, a, iv FROM t"))
        .containsExactly(
            "1|9223372036854775807|0.1|12345678901234567890.12|ab|00FF|"
                + "01234567-89ab-cdef-0123-456789abcdef|{\"a\": 1}|2024-02-29|"
                + "2024-01-31 12:00:00.5|2024-01-31 10:00:00+00:00|[1,null,3]|1 day");
  }

  @Test
  void listsValuesThatSqliteCannotHold() throws Exception {
    execute(
        source,
        """
        CREATE TABLE t (id int PRIMARY KEY, d double precision, ts timestamp, v text, n numeric);
        INSERT INTO t VALUES (1, 'NaN', 'infinity', '00123', 0.1234567890123456789);
        """);
    execute(
        target,
        "CREATE TABLE t (id INTEGER PRIMARY KEY, d REAL, ts TEXT, v NUMERIC, n NUMERIC);\n");
    var before = Files.readAllBytes(folder.resolve("target.db"));

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll(
            "TG-4102 4 values do not fit",
            "NaN, for which SQLite stores NULL",
            "which ISO text cannot say",
            "text that SQLite turns into a number in a column with NUMERIC affinity",
            "numeric with more digits than SQLite keeps");
    assertThat(Files.readAllBytes(folder.resolve("target.db"))).isEqualTo(before);
  }

  @Test
  void refusesNumbersThatAreNone() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE t (id int PRIMARY KEY, r real, d double precision, n numeric);
        INSERT INTO t VALUES (1, 'Infinity', '-Infinity', 'NaN'), (2, 1, 2, 3);
        """);
    execute(target, "CREATE TABLE t (id INTEGER PRIMARY KEY, r REAL, d, n TEXT);\n");

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll(
            "TG-4102 3 values do not fit", "Infinity, which SQLite", "NaN, for which SQLite");
    var result = copy(source, target, options(folder, Mode.INSERT, BadValues.REJECT));
    assertThat(rows(target, "SELECT * FROM t")).containsExactly("2|1.0|2.0|3");
    assertThat(result.tables().get(0).rejected()).isEqualTo(1);
  }

  @Test
  void notesJsonThatSqliteKeepsAsNumbers() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE t (id int PRIMARY KEY, j jsonb);
        INSERT INTO t VALUES (1, '1.50'), (2, 'true'), (3, '{"a": 1}'), (4, '7');
        """);
    execute(target, "CREATE TABLE t (id INTEGER PRIMARY KEY, j JSON);\n");

    var result = copy(source, target, options(folder));

    assertThat(rows(target, "SELECT typeof(j), j FROM t ORDER BY id"))
        .containsExactly("real|1.5", "text|true", "text|{\"a\": 1}", "integer|7");
    assertThat(result.notes())
        .containsExactly(
            "public.t.j: 2 values of JSON became numbers, as SQLite's NUMERIC affinity has it");
  }

  @Test
  void leavesNoFileBesideTheTargetBehind() throws Exception {
    execute(source, "CREATE TABLE t (id int);\n");
    execute(target, "CREATE TABLE t (id INTEGER);\n");

    copy(source, target, options(folder));

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("target.db"));
    }
  }

  @Test
  void changesNothingWhenAForeignKeyDoesNotHold() throws Exception {
    execute(
        source, "CREATE TABLE child (id int, parent_id int);\nINSERT INTO child VALUES (1, 42);\n");
    execute(
        target,
        """
        CREATE TABLE parent (id INTEGER PRIMARY KEY);
        CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent);
        """);

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll(
            "TG-4105", "child: row 1 refers to a row of parent that is not there");
    assertThat(rows(target, "SELECT count(*) FROM child")).containsExactly("0");
  }

  @Test
  void writesOverTheSameKeys() throws SQLException {
    execute(
        source, "CREATE TABLE t (id int, v text);\nINSERT INTO t VALUES (1, 'new'), (2, 'b');\n");
    execute(
        target,
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);\nINSERT INTO t VALUES (1, 'old'), (3, 'kept');\n");

    copy(source, target, options(folder, Mode.UPSERT, BadValues.FAIL));

    assertThat(rows(target, "SELECT * FROM t ORDER BY id"))
        .containsExactly("1|new", "2|b", "3|kept");
  }
}
