package dev.tidegate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.translate.ExpressionTranslator.Direction;
import dev.tidegate.translate.ExpressionTranslator.Named;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTranslatorTest {
  private static final Map<String, Category> COLUMNS =
      Map.of("price", Category.DECIMAL, "name", Category.TEXT, "Active", Category.BOOLEAN);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          (price > (0)::numeric)                     | (price > (0))
          ((name)::text <> ''::text)                 | ((name) <> '')
          ((name)::text = ANY ((ARRAY['M'::character varying, 'F'::character varying])::text[])) | ((name) IN ('M', 'F'))
          (name = ANY (ARRAY['a'::text, 'b'::text])) | (name IN ('a', 'b'))
          ((NOT "Active") OR (price IS NULL))        | ((NOT "Active") OR (price IS NULL))
          """)
  void whatPostgresPrintsIsSaidInSqlite(String expression, String expected) {
    assertThat(
            ExpressionTranslator.condition(
                Direction.TO_SQLITE,
                name ->
                    Optional.ofNullable(COLUMNS.get(name))
                        .map(category -> new Named(name, category)),
                expression))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          numeric(10,2)               | NUMERIC(10,2)
          numeric(30,2)               | TEXT
          numeric                     | TEXT
          jsonb                       | JSON TEXT
          character varying(40)       | VARCHAR(40)
          timestamp(3) with time zone | TIMESTAMPTZ(3)
          bytea                       | BLOB
          """)
  void typesKeepTheirValues(String type, String expected) {
    assertThat(SqliteTypes.of(type)).contains(expected);
  }

  @ParameterizedTest(name = "{0} DEFAULT {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          text                        | 'it''s'::text         | 'it''s'
          integer                     | '-1'::integer         | -1
          bigint                      | (- (5)::bigint)       | (-(5))
          boolean                     | true                  | true
          timestamp with time zone    | now()                 | CURRENT_TIMESTAMP
          bytea                       | '\\x00ff'::bytea       | x'00ff'
          jsonb                       | '{}'::jsonb           | '{}'
          """)
  void defaultsAreSaidInSqlite(String type, String value, String expected) {
    assertThat(SqliteDefaults.of(value, type)).contains(expected);
  }
}
