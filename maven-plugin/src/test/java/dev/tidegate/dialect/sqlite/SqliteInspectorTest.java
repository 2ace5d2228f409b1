package dev.tidegate.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Table;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqliteInspectorTest {

  @Test
  void styleMakesNoDifference() throws SQLException {
    try (var one =
            SqliteDatabase.of(
                "create table T([a] int default  'x' , \"b c\" varchar( 10 ), check( \"a\">0 ))--",
                "create index I on T (\"a\" asc, lower(  [b c] )) where [a]is not null",
                "create view V as select \"a\" /* why */ from [T]");
        var other =
            SqliteDatabase.of(
                "CREATE TABLE \"T\" (a INT DEFAULT 'x', [b c] VARCHAR(10), CHECK (T.a > 0))",
                "CREATE INDEX I ON T (a, lower(\"b c\")) WHERE a IS NOT NULL",
                "CREATE VIEW V AS\nSELECT a\nFROM T")) {
      assertThat(new SqliteDialect().diff(new Pair<>(one.inspect(), other.inspect()))).isEmpty();
    }
  }

  @Test
  void virtualTablesAreReportedWithTheirShadows() throws SQLException {
    try (var database =
        SqliteDatabase.of("CREATE VIRTUAL TABLE f USING fts5(x)", "CREATE TABLE t (a)")) {
      assertThat(database.inspect().unmodelled())
          .contains("virtual table f")
          .noneMatch(words -> words.startsWith("shadow"));
      assertThat(database.inspect().all(Table.class)).hasSize(1);
    }
  }

  @Test
  void whatSqliteKeepsForItselfIsLeftOut() throws SQLException {
    try (var database =
        SqliteDatabase.of(
            "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE)", "ANALYZE")) {
      assertThat(database.inspect().objects().keySet())
          .extracting(Object::toString)
          .containsExactly(
              "table t", "column t.a", "column t.id", "constraint t.(id)", "constraint t.(a)");
    }
  }

  @Test
  void namesAreFoundInAnyCase() throws SQLException {
    try (var database =
        SqliteDatabase.of(
            "CREATE TABLE Parent (Id PRIMARY KEY)", "CREATE TABLE c (p REFERENCES PARENT (ID))")) {
      assertThat(database.inspect().all(ForeignKey.class))
          .singleElement()
          .satisfies(
              key -> {
                assertThat(key.referencedTable().name()).isEqualTo("Parent");
                assertThat(key.referencedColumns()).containsExactly("Id");
              });
    }
  }

  @Test
  void constraintsThatSayTheSameAreTwo() throws SQLException {
    try (var database = SqliteDatabase.of("CREATE TABLE t (a CHECK (a > 0), CHECK (A>0))")) {
      assertThat(database.inspect().objects().keySet())
          .extracting(Object::toString)
          .contains("constraint t.a > 0", "constraint t.a > 0 2");
    }
  }
}
