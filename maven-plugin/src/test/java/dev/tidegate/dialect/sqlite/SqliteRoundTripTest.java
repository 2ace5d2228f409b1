package dev.tidegate.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.diff.Pair;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any schema becomes any other, and the second time there is nothing to do. */
class SqliteRoundTripTest {

  /** Schemas; every pair of them is a test. */
  static List<String> schemas() {
    return List.of(
        "",
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE, name);
        CREATE TABLE posts (
          id INTEGER PRIMARY KEY,
          author INTEGER REFERENCES users ON DELETE CASCADE,
          title VARCHAR(40) NOT NULL DEFAULT 'untitled' COLLATE NOCASE,
          CONSTRAINT title_given CHECK (length(title) > 0));
        CREATE INDEX posts_by_author ON posts (author, title DESC) WHERE author IS NOT NULL;
        CREATE VIEW titles AS SELECT p.title, u.name FROM posts p JOIN users u ON u.id = p.author;
        CREATE TRIGGER no_empty BEFORE INSERT ON posts WHEN new.title = '' BEGIN
          SELECT RAISE(ABORT, 'no; not empty'); END;
        """,
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT, age INT DEFAULT -1);
        CREATE TABLE posts (
          id INTEGER PRIMARY KEY,
          author INTEGER REFERENCES users (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
          title TEXT NOT NULL,
          slug TEXT GENERATED ALWAYS AS (lower(replace(title, ' ', '-'))) STORED,
          words INT AS (length(title) - length(replace(title, ' ', '')) + 1) VIRTUAL);
        CREATE UNIQUE INDEX posts_by_author ON posts (lower(title) COLLATE NOCASE, author + 1);
        CREATE VIEW titles (t) AS SELECT "title" FROM [posts];
        """,
        """
        CREATE TABLE "select" ("from" TEXT PRIMARY KEY, [a b] ANY, `c``d` BLOB DEFAULT x'00ff')
          STRICT, WITHOUT ROWID;
        CREATE TABLE users (
          a INTEGER, b TEXT COLLATE RTRIM, c REAL DEFAULT (1 + 2), d DEFAULT CURRENT_TIMESTAMP,
          PRIMARY KEY (a, b COLLATE NOCASE DESC) ON CONFLICT REPLACE,
          CONSTRAINT "one of a kind" UNIQUE (c, d) ON CONFLICT IGNORE,
          CHECK (a <> 'b'), CHECK (a <> "b"), CHECK (a <> "text"));
        CREATE VIEW posts AS SELECT 1 AS one;
        CREATE TRIGGER put INSTEAD OF INSERT ON posts BEGIN DELETE FROM users; END;
        """,
        """
        CREATE TABLE nodes (id INTEGER PRIMARY KEY, parent REFERENCES nodes, other REFERENCES edges);
        CREATE TABLE edges (id INTEGER PRIMARY KEY DESC, node INT REFERENCES nodes (id));
        CREATE TABLE Users (id INT, email NOT NULL ON CONFLICT FAIL DEFAULT 'x', CONSTRAINT pk PRIMARY KEY (id));
        CREATE INDEX Titles ON users (email);
        """);
  }

  static List<List<String>> pairs() {
    return schemas().stream()
        .flatMap(from -> schemas().stream().map(to -> List.of(from, to)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void anySchemaBecomesAnyOther(List<String> pair) throws SQLException {
    try (var database = SqliteDatabase.of(statements(pair.get(0)));
        var goal = SqliteDatabase.of(statements(pair.get(1)))) {
      var script = database.become(goal);
      var left = new SqliteDialect().diff(new Pair<>(database.inspect(), goal.inspect()));

      assertThat(left).as(String.join(";\n", script)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyObjectIsModelled(String schema) throws SQLException {
    try (var database = SqliteDatabase.of(statements(schema))) {
      assertThat(database.inspect().unmodelled()).isEmpty();
    }
  }

  /** Statements begin at the start of a line. */
  private static String[] statements(String script) {
    return Arrays.stream(script.split("(?m)^(?=CREATE)"))
        .filter(sql -> !sql.isBlank())
        .toArray(String[]::new);
  }
}
