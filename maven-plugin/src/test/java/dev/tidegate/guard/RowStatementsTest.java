package dev.tidegate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.Hazard;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowStatementsTest {
  private static List<Hazard> hazards(Product product, Optional<String> schema, String sql) {
    var table =
        schema
            .map(space -> ObjectId.of(ObjectKind.TABLE, space, "t"))
            .orElse(ObjectId.of(ObjectKind.TABLE, "t"));
    var known = Set.of(table, table.member(ObjectKind.COLUMN, "note"));
    var targets =
        new RowTargets(product, new NamedObjects(known, schema), List.of(), Set.of("made"), false);
    return new RowStatements(product, targets).hazards(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM t",
        "WITH gone AS (DELETE FROM ONLY t RETURNING *) INSERT INTO kept SELECT * FROM gone",
        "INSERT INTO kept WITH gone AS (DELETE FROM public.t RETURNING *) SELECT * FROM gone",
        "MERGE INTO t USING s ON s.id = t.id WHEN MATCHED THEN DELETE",
        "UPDATE t SET note = $$ where $$",
        "UPDATE t SET note = E'\\' where ' /* /* */ where */",
        "WITH u AS (UPDATE t SET note = '' RETURNING id) SELECT * FROM u WHERE id = 1",
        "COPY (DELETE FROM t RETURNING *) TO STDOUT",
        "EXPLAIN ANALYZE DELETE FROM t",
        "EXPLAIN (ANALYZE, COSTS off) DELETE FROM t WHERE id = 1",
        "PREPARE gone (integer) AS DELETE FROM t WHERE id = $1",
        "CREATE TABLE kept AS WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone",
        "DELETE FROM elsewhere.unknown",
        "UPDATE unknown SET note = ''",
      })
  void seesWhatTakesRowsOrValuesAwayOnPostgres(String sql) {
    assertThat(hazards(Product.POSTGRESQL, Optional.of("public"), sql)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE t SET note = '' WHERE id = 1",
        "INSERT INTO t VALUES (1) ON CONFLICT (id) DO UPDATE SET note = ''",
        "WITH s AS (SELECT * FROM t FOR NO KEY UPDATE) SELECT * FROM s",
        "INSERT INTO t VALUES ($$DELETE FROM t$$)",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql BEGIN ATOMIC DELETE FROM t; END",
        "GRANT DELETE ON t TO PUBLIC",
        "EXPLAIN DELETE FROM t",
        "DELETE FROM made",
        "MERGE INTO t USING s ON s.id = t.id WHEN MATCHED THEN UPDATE SET note = ''",
        "CREATE TABLE child (id int REFERENCES t ON DELETE CASCADE ON UPDATE CASCADE)",
      })
  void takesNoOtherStatementForOne(String sql) {
    assertThat(hazards(Product.POSTGRESQL, Optional.of("public"), sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REPLACE INTO t VALUES (1)",
        "INSERT OR REPLACE INTO t VALUES (1)",
        "UPDATE OR IGNORE t SET note = ''",
        "UPDATE OR REPLACE t SET id = 2 WHERE id = 1",
      })
  void seesWhatTakesRowsOrValuesAwayOnSqlite(String sql) {
    assertThat(hazards(Product.SQLITE, Optional.empty(), sql)).hasSize(1);
  }
}
