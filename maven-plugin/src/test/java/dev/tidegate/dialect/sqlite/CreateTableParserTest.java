package dev.tidegate.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.dialect.sqlite.TableDefinition.ColumnDefinition;
import dev.tidegate.dialect.sqlite.TableDefinition.ConstraintDefinition;
import dev.tidegate.dialect.sqlite.TableDefinition.ConstraintDefinition.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTableParserTest {

  @Test
  void namesStandInQuotesOfAnyStyle() {
    var table = CreateTableParser.parse("CREATE TABLE t (\"a\"\"b\", [c d] INT, `e``f`, 'g')");

    assertThat(table.columns())
        .extracting(ColumnDefinition::name)
        .containsExactly("a\"b", "c d", "e`f", "g");
  }

  @Test
  void commentsAndParenthesesInTextsDoNotMatter() {
    var table =
        CreateTableParser.parse(
            "CREATE TABLE t ( -- ), (\n a /* , */ TEXT DEFAULT ')(' CHECK (a <> ', --' AND (1)))");

    assertThat(table.columns()).hasSize(1);
    assertThat(SqlText.of(table.constraints().get(0).expression()))
        .isEqualTo("a <> ', --' AND (1)");
  }

  @Test
  void typesHaveWordsAndArgumentsAndEndBeforeGenerated() {
    var table =
        CreateTableParser.parse(
            "CREATE TABLE t (a UNSIGNED  BIG INT, b DECIMAL ( 10 , -2 ), c INT GENERATED ALWAYS AS"
                + " (a+1) STORED, d AS (1))");

    assertThat(table.columns())
        .extracting(ColumnDefinition::type)
        .containsExactly("UNSIGNED BIG INT", "DECIMAL(10,-2)", "INT", "");
    assertThat(table.columns())
        .extracting(ColumnDefinition::stored)
        .containsExactly(false, false, true, false);
  }

  @Test
  void aNameOfAConstraintMayStandAloneOrTwice() {
    var table =
        CreateTableParser.parse(
            "CREATE TABLE t (a CONSTRAINT x CONSTRAINT y CHECK (a) CONSTRAINT z)");

    assertThat(table.constraints()).extracting(it -> it.name().orElse("")).containsExactly("y");
  }

  @Test
  void commasBetweenTableConstraintsMayBeMissing() {
    var table =
        CreateTableParser.parse(
            "CREATE TABLE t (a, b, PRIMARY KEY (a) UNIQUE (b) CONSTRAINT c CHECK (a > b) ON CONFLICT"
                + " IGNORE FOREIGN KEY (b) REFERENCES t)");

    assertThat(table.constraints())
        .extracting(ConstraintDefinition::kind)
        .containsExactly(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.CHECK, Kind.FOREIGN_KEY);
  }

  @Test
  void onlyInitiallyDeferredDefers() {
    var table =
        CreateTableParser.parse(
            "CREATE TABLE t (a REFERENCES p DEFERRABLE, b REFERENCES p NOT DEFERRABLE INITIALLY"
                + " DEFERRED, c REFERENCES p MATCH FULL ON UPDATE SET NULL NOT NULL DEFERRABLE"
                + " INITIALLY DEFERRED)");

    assertThat(table.constraints())
        .extracting(it -> it.reference().orElseThrow().deferred())
        .containsExactly(false, false, true);
  }

  @Test
  void aBareWordAsADefaultIsAText() {
    var table =
        CreateTableParser.parse(
            "CREATE TABLE t (a DEFAULT abc, b DEFAULT \"x'y\", c DEFAULT true)");

    assertThat(table.columns())
        .extracting(it -> SqlText.of(it.value()))
        .containsExactly("'abc'", "'x''y'", "TRUE");
  }

  @Test
  void optionsStandInAnyOrder() {
    var table = CreateTableParser.parse("CREATE TABLE t (a INT PRIMARY KEY) WITHOUT ROWID, strict");

    assertThat(table.strict()).isTrue();
    assertThat(table.withoutRowid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t",
        "CREATE TABLE t (a",
        "CREATE TABLE t (a CHECK)",
        "CREATE TABLE t (a) SOMETHING",
        "CREATE VIRTUAL TABLE t USING fts5(a)"
      })
  void whatItCannotReadIsSaid(String sql) {
    assertThatThrownBy(() -> CreateTableParser.parse(sql))
        .isInstanceOf(SqlNotUnderstoodException.class);
  }
}
