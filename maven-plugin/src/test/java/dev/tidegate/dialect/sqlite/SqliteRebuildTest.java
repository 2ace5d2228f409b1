package dev.tidegate.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.HazardType;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteRebuildTest {
  private static final String PARENT = "CREATE TABLE p (id INTEGER PRIMARY KEY, a TEXT)";
  private static final String CHILD =
      "CREATE TABLE c (id INTEGER PRIMARY KEY, p REFERENCES p ON DELETE CASCADE)";

  @Test
  void rowsKeepTheirValuesAndTheirRowid() throws SQLException {
    try (var database = SqliteDatabase.of("CREATE TABLE t (a, b TEXT, c)");
        var goal =
            SqliteDatabase.of("CREATE TABLE t (b TEXT NOT NULL, n INT DEFAULT (1 + 2), a)")) {
      database.run("INSERT INTO t (rowid, a, b, c) VALUES (7, x'00', 'ü', 1), (9, 1.5, '', 2)");

      database.become(goal);

      assertThat(database.rows("SELECT rowid, typeof(a), b, n FROM t"))
          .containsExactly("7|blob|ü|3", "9|real||3");
    }
  }

  @Test
  void aColumnCalledNullKeepsItsValues() throws SQLException {
    try (var database = SqliteDatabase.of("CREATE TABLE t (\"NULL\", \"order\")");
        var goal = SqliteDatabase.of("CREATE TABLE t (\"NULL\" NOT NULL, \"order\")")) {
      database.run("INSERT INTO t VALUES (1, 2)");

      database.become(goal);

      assertThat(database.rows("SELECT * FROM t")).containsExactly("1|2");
    }
  }

  @Test
  void childrenKeepTheirRowsWhenTheParentIsMadeAnew() throws SQLException {
    try (var database = SqliteDatabase.of(PARENT, CHILD);
        var goal = SqliteDatabase.of(PARENT.replace("TEXT", "TEXT NOT NULL"), CHILD)) {
      database.run("INSERT INTO p VALUES (1, 'x')", "INSERT INTO c VALUES (1, 1)");

      database.become(goal);

      assertThat(database.rows("SELECT * FROM c")).containsExactly("1|1");
      assertThat(database.rows("SELECT \"table\" FROM pragma_foreign_key_list('c')"))
          .containsExactly("p");
    }
  }

  @Test
  void nothingHappensWhileForeignKeysAreEnforced() throws SQLException {
    try (var database = SqliteDatabase.of(PARENT, CHILD);
        var goal = SqliteDatabase.of(PARENT.replace("TEXT", "TEXT NOT NULL"), CHILD)) {
      database.run("INSERT INTO p VALUES (1, 'x')", "INSERT INTO c VALUES (1, 1)");
      database.run("PRAGMA foreign_keys = ON");

      assertThatThrownBy(() -> database.become(goal))
          .hasMessageContaining("tables are rebuilt with foreign_keys off");
      assertThat(database.rows("SELECT * FROM c")).containsExactly("1|1");
    }
  }

  @Test
  void keysThatWereGivenOutAreNotGivenOutAgain() throws SQLException {
    try (var database = SqliteDatabase.of("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)");
        var goal =
            SqliteDatabase.of(
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, CHECK (id > 0))")) {
      database.run("INSERT INTO t VALUES (41)", "DELETE FROM t");

      database.become(goal);
      database.run("INSERT INTO t DEFAULT VALUES");

      assertThat(database.rows("SELECT id FROM t")).containsExactly("42");
    }
  }

  @Test
  void nullsWhereTheyAreForbiddenStopTheMigrationAndNothingIsLost() throws SQLException {
    try (var database = SqliteDatabase.of("CREATE TABLE t (a, b)");
        var goal = SqliteDatabase.of("CREATE TABLE t (a, b NOT NULL ON CONFLICT IGNORE)")) {
      database.run("INSERT INTO t VALUES (1, NULL), (2, 3)");

      assertThatThrownBy(() -> database.become(goal)).hasMessageContaining("NOT NULL");
      assertThat(database.rows("SELECT * FROM t")).containsExactly("1|null", "2|3");
    }
  }

  @Test
  void aConflictClauseOfTheNewTableDeletesNoRows() throws SQLException {
    try (var database = SqliteDatabase.of("CREATE TABLE t (a)");
        var goal = SqliteDatabase.of("CREATE TABLE t (a UNIQUE ON CONFLICT REPLACE)")) {
      database.run("INSERT INTO t VALUES (1), (1)");

      assertThatThrownBy(() -> database.become(goal)).hasMessageContaining("UNIQUE");
      assertThat(database.rows("SELECT count(*) FROM t")).containsExactly("2");
    }
  }

  @Test
  void aNewForeignKeyIsHeldAgainstTheRows() throws SQLException {
    try (var database = SqliteDatabase.of(PARENT, "CREATE TABLE c (p)");
        var goal = SqliteDatabase.of(PARENT, "CREATE TABLE c (p REFERENCES p)")) {
      database.run("INSERT INTO c VALUES (1)");

      assertThatThrownBy(() -> database.become(goal))
          .hasMessageContaining("rows break a foreign key");
    }
  }

  @Test
  void aColumnIsAddedInPlace() throws SQLException {
    try (var database = SqliteDatabase.of("CREATE TABLE t (a)");
        var goal =
            SqliteDatabase.of("CREATE TABLE t (a, b TEXT NOT NULL DEFAULT '' COLLATE NOCASE)")) {
      assertThat(database.become(goal))
          .containsExactly("ALTER TABLE t ADD COLUMN b TEXT COLLATE NOCASE NOT NULL DEFAULT ''");
    }
  }

  @Test
  void aColumnIsDroppedInPlaceAfterWhatUsesIt() throws SQLException {
    try (var database =
            SqliteDatabase.of(
                "CREATE TABLE t (a, b)",
                "CREATE INDEX i ON t (b)",
                "CREATE VIEW v AS SELECT a, b FROM t",
                "CREATE TRIGGER r AFTER UPDATE OF b ON t BEGIN SELECT new.b; END");
        var goal = SqliteDatabase.of("CREATE TABLE t (a)", "CREATE VIEW v AS SELECT a FROM t")) {
      assertThat(database.become(goal))
          .contains("ALTER TABLE t DROP COLUMN b")
          .noneMatch(sql -> sql.contains("tidegate_new"));
    }
  }

  @Test
  void aRebuildSaysWhatItMayDestroy() throws SQLException {
    try (var database = SqliteDatabase.of("CREATE TABLE t (a TEXT, b CHECK (b), c)");
        var goal = SqliteDatabase.of("CREATE TABLE t (a INTEGER NOT NULL, c)")) {
      var statements =
          new SqliteDialect().statements(new Pair<>(database.inspect(), goal.inspect()));

      assertThat(statements)
          .flatExtracting(it -> it.hazards().stream().map(hazard -> hazard.type()).toList())
          .containsExactlyInAnyOrderElementsOf(
              List.of(
                  HazardType.TABLE_REWRITE,
                  HazardType.NARROW_TYPE,
                  HazardType.BREAKS_READERS,
                  HazardType.MAY_FAIL_ON_DATA,
                  HazardType.DROP_COLUMN));
    }
  }
}
