package dev.tidegate.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidegate.dialect.Scope;
import dev.tidegate.dialect.sqlite.SqliteDialect;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.SchemaObject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteToPostgresTest {

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INTEGER               | bigint
          SMALLINT UNSIGNED     | integer
          tinyint               | smallint
          NVARCHAR(160)         | character varying(160)
          VARCHAR               | text
          ''                    | text
          DECIMAL(10, 2)        | numeric(10,2)
          NUMERIC(8)            | numeric(8,0)
          DATETIME              | timestamp without time zone
          TIMESTAMP(3)          | timestamp(3) without time zone
          BOOLEAN               | boolean
          LONGBLOB              | bytea
          DOUBLE PRECISION      | double precision
          JSON                  | jsonb
          ENUM('a','b')         | text
          YEAR                  | integer
          """)
  void typesHaveTheirCounterparts(String declared, String expected) {
    assertThat(PostgresTypes.of(declared)).contains(expected);
  }

  @Test
  void anUnknownTypeIsTakenByItsAffinityAndNoted() throws SQLException {
    var translation = translate("CREATE TABLE t (a POINT)");

    assertThat(all(translation, Column.class)).extracting(Column::type).containsExactly("bigint");
    assertThat(translation.notes()).containsExactly("t.a: type POINT became bigint");
  }

  @Test
  void whatSqliteNumbersIsAnIdentity() throws SQLException {
    var translation = translate("CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT)");

    assertThat(all(translation, Column.class))
        .extracting(column -> column.identity().isPresent(), Column::notNull)
        .containsExactly(tuple(false, false), tuple(true, true));
  }

  @Test
  void constraintsGetTheNamesThatPostgresWouldGiveThem() throws SQLException {
    var translation =
        translate(
            "CREATE TABLE p (id INTEGER PRIMARY KEY, a UNIQUE, CHECK (id > 0))",
            "CREATE TABLE c (p1 REFERENCES p, p2 REFERENCES p, UNIQUE (p1, p2))");

    assertThat(translation.schema().objects().keySet())
        .extracting(Object::toString)
        .contains(
            "constraint public.p.p_pkey",
            "constraint public.p.p_a_key",
            "constraint public.p.p_id_check",
            "constraint public.c.c_p1_fkey",
            "constraint public.c.c_p2_fkey",
            "constraint public.c.c_p1_p2_key");
  }

  @Test
  void namesAreCutAsPostgresCutsThem() {
    var names = new ConstraintNames();
    var table = "a".repeat(40);

    var name = names.choose(table, List.of("b".repeat(50)), "fkey");

    assertThat(name).isEqualTo("a".repeat(29) + "_" + "b".repeat(28) + "_fkey");
    assertThat(names.choose(table, List.of("b".repeat(50)), "fkey")).endsWith("_fkey1");
  }

  @Test
  void aForeignKeyHasTheTypeAndTheColumnsThatItPointsTo() throws SQLException {
    var translation =
        translate(
            "CREATE TABLE p (id INTEGER PRIMARY KEY)",
            "CREATE TABLE c (p SMALLINT UNSIGNED REFERENCES p)");

    assertThat(all(translation, ForeignKey.class))
        .extracting(ForeignKey::referencedColumns)
        .containsExactly(List.of("id"));
    assertThat(all(translation, Column.class))
        .extracting(Column::type)
        .containsExactly("bigint", "bigint");
  }

  @Test
  void aForeignKeyToNothingUniqueIsNoted() throws SQLException {
    var translation =
        translate("CREATE TABLE p (a)", "CREATE TABLE c (a REFERENCES p (a), b REFERENCES q)");

    assertThat(all(translation, ForeignKey.class)).isEmpty();
    assertThat(translation.notes()).hasSize(2).allMatch(note -> note.contains("was left out"));
  }

  @ParameterizedTest(name = "{0} DEFAULT {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          BOOLEAN  | 1                 | true
          BOOLEAN  | 'f'               | false
          INTEGER  | TRUE              | 1
          INTEGER  | 0x10              | 16
          NUMERIC  | -1.50             | -1.50
          TEXT     | 5                 | '5'
          TEXT     | "it's"            | 'it''s'
          BLOB     | x'00fF'           | '\\x00fF'
          DATETIME | CURRENT_TIMESTAMP | CURRENT_TIMESTAMP
          TEXT     | CURRENT_DATE      | to_char((now() AT TIME ZONE 'UTC'), 'YYYY-MM-DD')
          DATE     | '2024-02-29'      | '2024-02-29'
          INTEGER  | (1 + 2)           | 1 + 2
          """)
  void defaultsAreSaidInTheTypeOfTheirColumn(String type, String value, String expected)
      throws SQLException {
    var translation = translate("CREATE TABLE t (a " + type + " DEFAULT " + value + ")");

    assertThat(all(translation, Default.class))
        .extracting(Default::expression)
        .containsExactly(expected);
  }

  @Test
  void aDefaultThatDoesNotFitIsNoted() throws SQLException {
    var translation = translate("CREATE TABLE t (a DATE DEFAULT '', b DEFAULT (random()))");

    assertThat(all(translation, Default.class)).isEmpty();
    assertThat(translation.notes()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          n > 0 AND n<=10                    | n > 0 AND n <= 10
          flag IN (0,1)                      | flag IN (false, true)
          flag = 1 or not flag               | flag = true OR NOT flag
          n                                  | (n <> 0)
          "Mixed" == 'x' and [n] is not null | "Mixed" = 'x' AND n IS NOT NULL
          length(mixed) between 1 and 5      | length("Mixed") BETWEEN 1 AND 5
          mixed not like 'a%'                | "Mixed" NOT ILIKE 'a%'
          d >= '2024-01-01'                  | d >= '2024-01-01'
          ifnull(n, 0) + -1 <> 2 * (n - 3)   | coalesce(n, 0) + -1 <> 2 * (n - 3)
          lower(mixed) != trim('b')          | lower("Mixed") <> trim('b')
          """)
  void checksOfTheCommonSubsetAreTranslated(String check, String expected) throws SQLException {
    var translation =
        translate(
            "CREATE TABLE t (n INTEGER, flag BOOLEAN, Mixed TEXT, d DATE, CHECK (" + check + "))");

    assertThat(translation.notes()).isEmpty();
    assertThat(all(translation, CheckConstraint.class))
        .extracting(CheckConstraint::expression)
        .containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "typeof(n) = 'integer'",
    "n > 'a'",
    "t > 1",
    "json_valid(t)",
    "t GLOB 'a*'",
    "n / 2.5 > 1",
    "CASE WHEN n THEN 1 END"
  })
  void otherChecksAreLeftOutByName(String check) throws SQLException {
    var translation = translate("CREATE TABLE t (n INTEGER, t TEXT, CHECK (" + check + "))");

    assertThat(all(translation, CheckConstraint.class)).isEmpty();
    assertThat(translation.notes())
        .singleElement()
        .asString()
        .startsWith("check of t was left out: CHECK (");
  }

  @Test
  void indexesKeepNamesKeysAndConditions() throws SQLException {
    var translation =
        translate(
            "CREATE TABLE t (a INTEGER, B TEXT)",
            "CREATE UNIQUE INDEX Byab ON t (a DESC, lower(B)) WHERE a > 0");

    assertThat(all(translation, Index.class))
        .singleElement()
        .satisfies(
            index -> {
              assertThat(index.id().display()).isEqualTo("public.Byab");
              assertThat(index.keys())
                  .extracting(Index.Element::expression, Index.Element::order)
                  .containsExactly(tuple("a", "DESC"), tuple("(lower(\"B\"))", ""));
              assertThat(index.where()).contains("a > 0");
            });
  }

  @Test
  void twoKeysOfOneNameGetTwoNames() throws SQLException {
    var translation =
        translate(
            "CREATE TABLE a (x INT, CONSTRAINT pk PRIMARY KEY (x))",
            "CREATE TABLE b (x INT, CONSTRAINT pk PRIMARY KEY (x))");

    assertThat(all(translation, Key.class))
        .extracting(key -> key.id().name())
        .containsExactly("pk", "b_pkey");
  }

  @Test
  void viewsAndTriggersAreNoted() throws SQLException {
    var translation =
        translate(
            "CREATE TABLE t (a)",
            "CREATE VIEW v AS SELECT a FROM t",
            "CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END");

    assertThat(translation.notes()).hasSize(2);
  }

  private static Translation translate(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:");
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
      var schema = new SqliteDialect().inspector().inspect(connection, Scope.all());
      return SchemaTranslator.sqliteToPostgres("public").translate(schema);
    }
  }

  private static <T extends SchemaObject> List<T> all(Translation translation, Class<T> type) {
    return translation.schema().all(type);
  }
}
