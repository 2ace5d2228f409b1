package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.Inspected.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(ints = {14, 18})
class ConstraintInspectionTest {
  private final Schema schema;

  ConstraintInspectionTest(int major) {
    this.schema = Inspected.oneOfEach(major);
  }

  @Test
  void readsKeysWithTheirIndex() {
    var key = Inspected.object(schema, Key.class, app(ObjectKind.UNIQUE, "thing", "n_mood"));
    assertThat(key.columns()).containsExactly("n", "mood");
    assertThat(key.included()).containsExactly("next");
    assertThat(key.options()).isEqualTo(Map.of("with fillfactor", "50"));
  }

  @Test
  void notesTheIndexThatIsTheReplicaIdentity() {
    var id = app(ObjectKind.PRIMARY_KEY, "base", "base_pkey");
    assertThat(Inspected.object(schema, Key.class, id).options())
        .isEqualTo(Map.of("replica identity", "true"));
  }

  @Test
  void readsThatOfWhichAPartitionsKeyIsPart() {
    var id = app(ObjectKind.PRIMARY_KEY, "part1", "part1_pkey");
    var whole = app(ObjectKind.PRIMARY_KEY, "part", "part_pkey");
    assertThat(Inspected.object(schema, Key.class, id).partOf()).contains(whole);
    assertThat(schema.dependenciesOf(id)).contains(whole);
  }

  @Test
  void readsChecks() {
    var check = check("base", "v_here");
    assertThat(check.columns()).containsExactly("v");
    assertThat(check.expression()).isEqualTo("((v)::text <> ''::text)");
    assertThat(check.options()).isEqualTo(Map.of("no inherit", "true"));
  }

  @Test
  void readsChecksThatAreNotValidated() {
    assertThat(check("thing", "unproved").options()).isEqualTo(Map.of("not valid", "true"));
  }

  @Test
  void readsInheritedChecks() {
    var check = check("child", "v_ok");
    assertThat(check.inherited()).isTrue();
    assertThat(schema.dependenciesOf(check.id())).contains(check("base", "v_ok").id());
  }

  @Test
  void readsExclusions() {
    var id = app(ObjectKind.EXCLUSION, "thing", "apart");
    assertThat(Inspected.object(schema, ExclusionConstraint.class, id).definition())
        .isEqualTo("EXCLUDE USING gist (n WITH =, r WITH &&) WHERE ((n > 0))");
  }

  @Test
  void readsForeignKeys() {
    var key = foreignKey("thing", "thing_base_id_fkey");
    assertThat(key.columns()).containsExactly("base_id");
    assertThat(key.referencedTable()).isEqualTo(app(ObjectKind.TABLE, "base"));
    assertThat(key.referencedColumns()).containsExactly("id");
    assertThat(key.onDelete()).isEqualTo("SET NULL");
    assertThat(key.onUpdate()).isEqualTo("NO ACTION");
    assertThat(key.options()).isEqualTo(Map.of("deferrable", "true", "initially deferred", "true"));
  }

  @Test
  void readsOneForeignKeyToAPartitionedTable() {
    var keys =
        schema.all(ForeignKey.class).stream()
            .filter(key -> key.table().name().equals("to_part"))
            .toList();
    assertThat(keys).hasSize(1);
    assertThat(keys.get(0).options()).isEqualTo(Map.of("match", "FULL"));
  }

  @Test
  void readsAForeignKeyOfAPartitionedTableOnceForEachPartition() {
    assertThat(foreignKey("part", "part_thing").inherited()).isFalse();
    assertThat(foreignKey("part1a", "part_thing").inherited()).isTrue();
  }

  @Test
  void dependsOnTheKeyThatAForeignKeyUses() {
    assertThat(schema.dependenciesOf(foreignKey("thing", "thing_base_id_fkey").id()))
        .contains(app(ObjectKind.PRIMARY_KEY, "base", "base_pkey"));
  }

  @Test
  void dependsOnTheUniqueIndexThatAForeignKeyUses() {
    assertThat(schema.dependenciesOf(foreignKey("to_plain", "to_index").id()))
        .contains(app(ObjectKind.INDEX, "plain_a"));
  }

  @Test
  void readsIndexes() {
    var index = index("many");
    assertThat(index.unique()).isTrue();
    assertThat(index.included()).containsExactly("mood");
    assertThat(index.where()).contains("(mood = ANY (ARRAY['sad'::app.mood, 'ok'::app.mood]))");
    assertThat(index.options()).isEqualTo(Map.of("with fillfactor", "60"));
    assertThat(index.keys())
        .containsExactly(
            element("", "lower(txt)", "pg_catalog.\"C\"", ""),
            element("Weird \"col", "\"Weird \"\"col\"", "pg_catalog.\"POSIX\"", "DESC NULLS LAST"),
            element("n", "n", "", "DESC"),
            element("id", "id", "", "NULLS FIRST"));
  }

  @Test
  void readsOperatorClassesThatAreNotTheDefault() {
    assertThat(index("patterns").keys())
        .extracting(key -> key.operatorClass().orElse("default"))
        .containsExactly("text_pattern_ops", "varchar_pattern_ops", "default", "default");
    assertThat(index("defaults").keys().get(0).operatorClass()).isEmpty();
    assertThat(index("blanks").keys().get(0).operatorClass()).contains("bpchar_ops");
  }

  @Test
  void readsOperatorClassesWithTheirParameters() {
    var keys = index("grams").keys();
    assertThat(keys.get(0).operatorClass()).contains("app.gist_trgm_ops (siglen='32')");
    assertThat(keys.get(1).expression()).isEqualTo("((n + 1))");
  }

  @Test
  void notesTheIndexThatATableIsClusteredOn() {
    assertThat(index("patterns").options()).isEqualTo(Map.of("clustered", "true"));
  }

  @Test
  void readsWhichIndexAPartitionsIndexIsPartOf() {
    assertThat(index("part1a_k_idx").partOf()).contains(app(ObjectKind.INDEX, "part1_k_idx"));
    assertThat(schema.dependenciesOf(index("part1_k_idx").id()))
        .contains(app(ObjectKind.INDEX, "part_k"));
  }

  @Test
  void dependsOnTheExtensionOfAnOperatorClass() {
    assertThat(schema.dependenciesOf(index("grams").id()))
        .extracting(Object::toString)
        .contains("extension pg_trgm", "extension btree_gist");
  }

  private CheckConstraint check(String table, String name) {
    return Inspected.object(schema, CheckConstraint.class, app(ObjectKind.CHECK, table, name));
  }

  private ForeignKey foreignKey(String table, String name) {
    return Inspected.object(schema, ForeignKey.class, app(ObjectKind.FOREIGN_KEY, table, name));
  }

  private Index index(String name) {
    return Inspected.object(schema, Index.class, app(ObjectKind.INDEX, name));
  }

  /** A key with the default operator class; empty texts stand for nothing. */
  private static Index.Element element(
      String column, String expression, String collation, String order) {
    return new Index.Element(
        Optional.of(column).filter(text -> !text.isEmpty()),
        expression,
        Optional.of(collation).filter(text -> !text.isEmpty()),
        Optional.empty(),
        order);
  }
}
