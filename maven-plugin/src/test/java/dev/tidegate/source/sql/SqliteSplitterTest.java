package dev.tidegate.source.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.Product;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSplitterTest {

  /** Each is one statement although a semicolon stands in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';'",
        "SELECT 'it''s;'",
        "SELECT '\\'",
        "SELECT \"a;\"\"b\"",
        "SELECT `a;``b`",
        "SELECT [a;b'c]",
        "SELECT 1 -- ; '\n + 2",
        "SELECT /* ; /* ; */ 1",
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END",
        "create temp trigger t after insert on a begin select case when 1 then 2 end; end",
        "CREATE TEMPORARY TRIGGER IF NOT EXISTS t AFTER UPDATE ON a BEGIN"
            + " UPDATE b SET \"end\" = 'END;'; DELETE FROM c; END",
        "EXPLAIN QUERY PLAN SELECT ';'",
        "CREATE TABLE \"trigger\" (a)",
      })
  void staysOneStatement(String sql) {
    assertThat(split(sql + ";\nSELECT 'next';")).containsExactly(sql, "SELECT 'next'");
  }

  @Test
  void aTransactionIsNoTrigger() {
    assertThat(split("BEGIN; CREATE TABLE a (b); END; SELECT 1"))
        .containsExactly("BEGIN", "CREATE TABLE a (b)", "END", "SELECT 1");
  }

  @Test
  void aCommentMayEndWithTheText() {
    assertThat(split("SELECT 1; /* open")).containsExactly("SELECT 1");
  }

  @Test
  void refusesCommandsOfTheShell() {
    assertThatThrownBy(() -> split("SELECT 1;\n.read more.sql"))
        .hasMessageContaining("TG-3007")
        .hasMessageContaining("line 2");
  }

  @Test
  void saysWhereSomethingWithoutAnEndBegins() {
    assertThatThrownBy(() -> split("SELECT 1;\nSELECT [a")).hasMessageContaining("line 2");
  }

  private static List<String> split(String text) {
    return SqlScript.split(Product.SQLITE, "x.sql", text).statements().stream()
        .map(ScriptStatement::sql)
        .toList();
  }
}
