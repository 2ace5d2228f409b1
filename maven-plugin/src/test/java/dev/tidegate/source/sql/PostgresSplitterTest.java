package dev.tidegate.source.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidegate.jdbc.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSplitterTest {

  @Test
  void semicolonsEndStatementsAndEmptyOnesVanish() {
    assertThat(split(";; SELECT 1;\n;SELECT 2")).containsExactly("SELECT 1", "SELECT 2");
  }

  /** Each is one statement although a semicolon stands in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';'",
        "SELECT 'it''s;'",
        "SELECT '\\'",
        "SELECT E'\\';'",
        "SELECT e'a''b\\\\', ';'",
        "SELECT E'a'\n 'b\\';'",
        "SELECT U&'d\\0061t;'",
        "SELECT U&\"d;\"",
        "SELECT \"a;\"\"b;\"",
        "SELECT $$a;b$$",
        "SELECT $a$ $$;$$ $b$;$b$ $a$",
        "SELECT $tag_1$;$tag$;$tag_1$",
        "SELECT a$b$c, ';' FROM t",
        "SELECT $1, ';', $2",
        "SELECT /* ; /* ; */ ; */ 1",
        "SELECT 1 -- ; '\n + 2",
        "SELECT '--', ';', '/*', ';'",
        "CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b)",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
        "CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC"
            + " SELECT CASE WHEN a > 1 THEN CASE a WHEN 2 THEN 3 END ELSE 4 END; SELECT 5; END",
        "create procedure p() begin atomic insert into t values (case when true then 1 end); end",
        "SELECT \"begin\", atomic FROM t",
        "CREATE TABLE \"a\\b\" (c text DEFAULT '\\;')",
        "SELECT 'größe;', ü FROM tabelle_ä",
      })
  void staysOneStatement(String sql) {
    assertThat(split(sql + ";\nSELECT 'next';")).containsExactly(sql, "SELECT 'next'");
  }

  @Test
  void beginOfATransactionIsNoBlock() {
    assertThat(split("BEGIN; CREATE TABLE a (b int); END; COMMIT;"))
        .containsExactly("BEGIN", "CREATE TABLE a (b int)", "END", "COMMIT");
  }

  @Test
  void oldStringsEscapeWithBackslashesOnceThatIsSet() {
    assertThat(
            split(
                "SET standard_conforming_strings = off; SELECT '\\';'; "
                    + "SET standard_conforming_strings TO 'on'; SELECT '\\'; SELECT 2"))
        .containsExactly(
            "SET standard_conforming_strings = off",
            "SELECT '\\';'",
            "SET standard_conforming_strings TO 'on'",
            "SELECT '\\'",
            "SELECT 2");
  }

  @Test
  void knowsTheLineOnWhichAStatementStarts() {
    var script = script("-- one\n\n/* two\n three */ CREATE TABLE a (\n b int);\r\n\n\tSELECT 1;");

    assertThat(script.statements())
        .extracting(ScriptStatement::sql, ScriptStatement::line)
        .containsExactly(tuple("CREATE TABLE a (\n b int)", 4), tuple("SELECT 1", 7));
  }

  @Test
  void keepsTheDataOfCopy() {
    var script =
        script(
            "COPY public.t (a, \"b;\") FROM stdin;\n1\tit's; \\N\n2\t$$\n\\.\n\nSELECT 1;\n"
                + "copy u from STDIN with (format csv);\r\n3;4\r\n\\.\r\nSELECT 2;");

    assertThat(script.statements())
        .extracting(ScriptStatement::sql, statement -> statement.data().orElse("-"))
        .containsExactly(
            tuple("COPY public.t (a, \"b;\") FROM stdin", "1\tit's; \\N\n2\t$$\n"),
            tuple("SELECT 1", "-"),
            tuple("copy u from STDIN with (format csv)", "3;4\r\n"),
            tuple("SELECT 2", "-"));
    assertThat(script.statements().get(1).line()).isEqualTo(6);
  }

  @Test
  void copyWithoutRowsHasNoData() {
    assertThat(script("COPY t FROM stdin;\n\\.\nSELECT 1;").statements().get(0).data())
        .contains("");
  }

  @Test
  void skipsWhatPgDumpTellsPsqlAndSaysSo() {
    var script =
        script("\\restrict abc;'\nSELECT 1;\n\\unrestrict abc;'\n\\set ON_ERROR_STOP on\n");

    assertThat(script.statements()).extracting(ScriptStatement::sql).containsExactly("SELECT 1");
    assertThat(script.notes())
        .containsExactly(
            "x.sql line 1: psql's \\restrict was skipped",
            "x.sql line 3: psql's \\unrestrict was skipped",
            "x.sql line 4: psql's \\set was skipped");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\connect other",
        "\\c other",
        "\\i more.sql",
        "\\ir more.sql",
        "\\set x 1",
        "\\copy t from f",
        "\\! rm x",
        "SELECT 1 \\gexec",
        "\\if true",
        "\\."
      })
  void refusesOtherCommandsOfPsqlWithTheirLine(String command) {
    assertThatThrownBy(() -> script("SELECT 0;\n\n" + command + "\n"))
        .hasMessageContaining("TG-3007")
        .hasMessageContaining("x.sql line 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "\"a", "$$a$", "/* /* */", "E'\\'", "$a$ $A$"})
  void saysWhereSomethingWithoutAnEndBegins(String unfinished) {
    assertThatThrownBy(() -> script("SELECT 0;\nSELECT " + unfinished + "\n;SELECT 2;"))
        .hasMessageContaining("TG-3007")
        .hasMessageContaining("x.sql line 2");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstStatement() {
    assertThat(split("\uFEFFSELECT 1")).containsExactly("SELECT 1");
  }

  @Test
  void splitsALargeScriptInLinearTime() {
    var script = "INSERT INTO t VALUES (1, 'a''b', $$c$$); -- d\n".repeat(100_000);

    assertThat(script(script).statements()).hasSize(100_000);
  }

  private static SqlScript script(String text) {
    return SqlScript.split(Product.POSTGRESQL, "x.sql", text);
  }

  private static java.util.List<String> split(String text) {
    return script(text).statements().stream().map(ScriptStatement::sql).toList();
  }
}
