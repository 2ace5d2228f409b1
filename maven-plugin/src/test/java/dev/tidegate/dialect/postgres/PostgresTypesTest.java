package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.diff.Pair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of values when a column changes its type. */
class PostgresTypesTest {

  @ParameterizedTest(name = "{0} to {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          character varying(40)          | character varying(80)       | FREE
          character varying(40)          | text                        | FREE
          text                           | character varying           | FREE
          text                           | character varying(10)       | NARROWING
          character varying(80)          | character varying(40)       | NARROWING
          numeric(10,2)                  | numeric(12,2)               | FREE
          numeric(10,2)                  | numeric(10,4)               | NARROWING
          numeric(10,2)                  | numeric(12,4)               | WIDENING
          numeric(10,2)                  | numeric                     | FREE
          smallint                       | integer                     | WIDENING
          integer                        | bigint                      | WIDENING
          bigint                         | integer                     | NARROWING
          bigint                         | double precision            | NARROWING
          integer                        | numeric(10,0)               | WIDENING
          integer                        | numeric(10,2)               | NARROWING
          integer                        | text                        | WIDENING
          public.status                  | text                        | WIDENING
          text                           | public.status               | NARROWING
          timestamp(3) without time zone | timestamp without time zone | FREE
          timestamp with time zone       | date                        | NARROWING
          json                           | jsonb                       | NARROWING
          integer[]                      | bigint[]                    | WIDENING
          integer                        | integer[]                   | NARROWING
          """)
  void judgesConversions(String from, String to, PostgresTypes.Conversion expected) {
    assertThat(PostgresTypes.conversion(new Pair<>(from, to))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} to {1} uses {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      textBlock =
          """
          integer       | bigint        | nothing
          integer       | text          | nothing
          date          | timestamp with time zone | nothing
          text          | integer       | c::integer
          text          | public.status | c::public.status
          public.status | public.level  | c::text::public.level
          public.status[] | public.level[] | c::text[]::public.level[]
          integer       | boolean       | c::boolean
          integer       | uuid          | c::text::uuid
          text          | text[]        | ARRAY[c]::text[]
          """)
  void namesTheConversionOnlyWhereTheServerHasNone(String from, String to, String expected) {
    assertThat(PostgresTypes.using("c", new Pair<>(from, to)).orElse(null)).isEqualTo(expected);
  }
}
