package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What PostgreSQL 14 does not have yet. */
class NewerVersionsInspectionTest {

  @Test
  void readsWhatCameWithFifteen() {
    var schema =
        Inspected.schema(
            15,
            """
            CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
            CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a),
              CONSTRAINT f FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL (b));
            CREATE UNIQUE INDEX i ON t (b) NULLS NOT DISTINCT;
            """);
    var key = Inspected.object(schema, Key.class, id(ObjectKind.UNIQUE, "t", "u"));
    assertThat(key.options()).isEqualTo(Map.of("nulls not distinct", "true"));
    var foreign = Inspected.object(schema, ForeignKey.class, id(ObjectKind.FOREIGN_KEY, "t", "f"));
    assertThat(foreign.setColumns()).containsExactly("b");
    var index = Inspected.object(schema, Index.class, id(ObjectKind.INDEX, "i"));
    assertThat(index.options()).isEqualTo(Map.of("nulls not distinct", "true"));
  }

  @Test
  void readsVirtualColumns() {
    var schema =
        Inspected.schema(18, "CREATE TABLE t (a int, v int GENERATED ALWAYS AS (a + 1) VIRTUAL)");
    assertThat(Inspected.object(schema, Column.class, id(ObjectKind.COLUMN, "t", "v")).generated())
        .contains(new Column.Generated("(a + 1)", false));
  }

  @Test
  void readsConstraintsThatAreNotEnforced() {
    var schema =
        Inspected.schema(
            18,
            """
            CREATE TABLE p (a int PRIMARY KEY);
            CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0) NOT ENFORCED,
              CONSTRAINT f FOREIGN KEY (a) REFERENCES p NOT ENFORCED);
            """);
    var check = Inspected.object(schema, CheckConstraint.class, id(ObjectKind.CHECK, "t", "c"));
    assertThat(check.options()).isEqualTo(Map.of("not enforced", "true"));
    var foreign = Inspected.object(schema, ForeignKey.class, id(ObjectKind.FOREIGN_KEY, "t", "f"));
    assertThat(foreign.options()).isEqualTo(Map.of("not enforced", "true"));
  }

  @Test
  void readsKeysOverPeriods() {
    var schema =
        Inspected.schema(
            18,
            """
            CREATE TABLE p (a int4range, d daterange, PRIMARY KEY (a, d WITHOUT OVERLAPS));
            CREATE TABLE t (a int4range, d daterange,
              CONSTRAINT f FOREIGN KEY (a, PERIOD d) REFERENCES p (a, PERIOD d));
            """);
    var key = Inspected.object(schema, Key.class, id(ObjectKind.PRIMARY_KEY, "p", "p_pkey"));
    assertThat(key.options()).isEqualTo(Map.of("period", "true"));
    var foreign = Inspected.object(schema, ForeignKey.class, id(ObjectKind.FOREIGN_KEY, "t", "f"));
    assertThat(foreign.options()).isEqualTo(Map.of("period", "true"));
  }

  @Test
  void readsNotNullConstraintsAsPartOfTheColumn() {
    var schema =
        Inspected.schema(
            18,
            """
            CREATE TABLE t (a int NOT NULL, b int CONSTRAINT mine NOT NULL NO INHERIT, c int);
            ALTER TABLE t ADD CONSTRAINT t_c_not_null NOT NULL c NOT VALID;
            """);
    assertThat(schema.all(Column.class)).allMatch(Column::notNull);
    assertThat(schema.all(Column.class))
        .extracting(column -> Map.copyOf(column.options()))
        .containsExactly(
            Map.of(),
            Map.of("not null name", "mine", "not null no inherit", "true"),
            Map.of("not null not valid", "true"));
  }

  private static ObjectId id(ObjectKind kind, String... path) {
    var id = ObjectId.of(ObjectKind.NAMESPACE, "public");
    for (var name : path) {
      id = id.member(kind, name);
    }
    return id;
  }
}
