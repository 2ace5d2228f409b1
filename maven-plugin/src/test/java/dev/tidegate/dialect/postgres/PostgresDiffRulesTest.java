package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.Differ;
import dev.tidegate.diff.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDiffRulesTest {
  private static final int NEWEST = 18;

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void findsNoDifferenceBetweenAnExpressionAndItsOwnPrint(int major) {
    var written =
        """
        CREATE DOMAIN d AS varchar CHECK (VALUE IN ('a', 'b'));
        CREATE TABLE t (s varchar(9) CONSTRAINT c CHECK (s IN ('a', 'it''s')));
        CREATE INDEX i ON t (s) WHERE s IN ('a', 'b');
        CREATE VIEW v AS SELECT s FROM t WHERE s IN ('a', 'b');
        """;
    var printed =
        """
        CREATE DOMAIN d AS varchar CONSTRAINT d_check CHECK
          (((VALUE)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])));
        CREATE TABLE t (s varchar(9) CONSTRAINT c CHECK
          (((s)::text = ANY ((ARRAY['a'::character varying, 'it''s'::character varying])::text[]))));
        CREATE INDEX i ON t (s) WHERE
          ((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]));
        CREATE VIEW v AS SELECT s FROM t WHERE
          ((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]));
        """;
    assertThat(changes(major, written, printed)).isEmpty();
  }

  @Test
  void seesADifferenceInTheList() {
    assertThat(
            changes(
                NEWEST,
                "CREATE TABLE t (s varchar CONSTRAINT c CHECK (s IN ('a', 'b')))",
                "CREATE TABLE t (s varchar CONSTRAINT c CHECK (s IN ('a', 'c')))"))
        .hasSize(1);
  }

  @Test
  void comparesNoPositions() {
    assertThat(changes(NEWEST, "CREATE TABLE t (a int, b int)", "CREATE TABLE t (b int, a int)"))
        .isEmpty();
  }

  @Test
  void comparesNoNamesOfNotNullConstraints() {
    assertThat(
            changes(
                NEWEST,
                "CREATE TABLE t (a int NOT NULL)",
                "CREATE TABLE t (a int CONSTRAINT mine NOT NULL)"))
        .isEmpty();
  }

  @Test
  void comparesNotWhetherAMaterializedViewHoldsAnything() {
    assertThat(
            changes(
                NEWEST,
                "CREATE MATERIALIZED VIEW v AS SELECT 1 AS a",
                "CREATE MATERIALIZED VIEW v AS SELECT 1 AS a WITH NO DATA"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t ALTER a SET NOT NULL",
        "ALTER TABLE t ALTER a TYPE bigint",
        "ALTER TABLE t ALTER a SET DEFAULT 1",
        "ALTER TABLE t ALTER b SET STORAGE EXTERNAL",
        "ALTER TABLE t SET (fillfactor = 50)",
        "ALTER TABLE t SET UNLOGGED",
        "CREATE INDEX i ON t (a)",
        "CREATE VIEW v AS SELECT 1 AS a",
        "COMMENT ON COLUMN t.a IS 'x'",
        "CREATE TYPE e AS ENUM ('a')"
      })
  void seesEachChange(String statement) {
    var table = "CREATE TABLE t (a int, b text);";
    assertThat(changes(NEWEST, table, table + statement)).hasSize(1);
  }

  private static List<Change> changes(int major, String from, String to) {
    return new Differ(new PostgresDiffRules())
        .diff(new Pair<>(Inspected.schema(major, from), Inspected.schema(major, to)));
  }
}
