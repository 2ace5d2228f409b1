package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.Inspected.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.schema.Column;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Ownership;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Sequence;
import dev.tidegate.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(ints = {14, 18})
class TableInspectionTest {
  private final Schema schema;

  TableInspectionTest(int major) {
    this.schema = Inspected.oneOfEach(major);
  }

  @Test
  void readsEnumLabelsInOrder() {
    var type = Inspected.object(schema, EnumType.class, app(ObjectKind.ENUM, "mood"));
    assertThat(type.labels()).containsExactly("sad", "ok", "it's");
  }

  @Test
  void readsDomains() {
    var id = app(ObjectKind.DOMAIN, "email");
    assertThat(Inspected.object(schema, Domain.class, id))
        .isEqualTo(
            new Domain(
                id,
                "character varying(80)",
                Optional.of("pg_catalog.\"C\""),
                Optional.of("'a@b'::character varying"),
                true,
                List.of(new Domain.Check("has_at", "((VALUE)::text ~~ '%@%'::text)", true))));
  }

  @Test
  void readsAttributesOfCompositeTypes() {
    var type =
        Inspected.object(schema, CompositeType.class, app(ObjectKind.COMPOSITE_TYPE, "place"));
    assertThat(type.attributes())
        .containsExactly(
            new CompositeType.Attribute("x", "integer", Optional.empty()),
            new CompositeType.Attribute("y", "numeric(10,2)", Optional.empty()),
            new CompositeType.Attribute("label", "text", Optional.of("pg_catalog.\"C\"")));
  }

  @Test
  void readsSequences() {
    var id = app(ObjectKind.SEQUENCE, "counter");
    assertThat(Inspected.object(schema, Sequence.class, id))
        .isEqualTo(new Sequence(id, "integer", 20, 5, 10, 1000, 3, true, false));
  }

  @Test
  void bindsASerialsSequenceToItsColumn() {
    var column = app(ObjectKind.TABLE, "thing").member(ObjectKind.COLUMN, "id");
    var bond = Ownership.of(app(ObjectKind.SEQUENCE, "thing_id_seq"), column);
    assertThat(schema.find(bond.id())).contains(bond);
    assertThat(schema.dependenciesOf(bond.sequence()))
        .containsExactly(ObjectId.of(ObjectKind.NAMESPACE, "app"));
  }

  @Test
  void readsIdentityColumnsWithoutTheirSequence() {
    var column = column("base", "id");
    assertThat(column.identity())
        .contains(new Column.Identity(true, 7, 2, 1, Long.MAX_VALUE, 1, false));
    assertThat(schema.holds(app(ObjectKind.SEQUENCE, "base_id_seq"))).isFalse();
  }

  @Test
  void readsGeneratedColumnsWithoutADefault() {
    assertThat(column("thing", "g").generated()).contains(new Column.Generated("(n * 2)", true));
    assertThat(schema.holds(app(ObjectKind.DEFAULT, "thing", "g"))).isFalse();
  }

  @Test
  void countsPositionsWithoutDroppedColumns() {
    assertThat(column("thing", "mood").position()).isEqualTo(2);
  }

  @Test
  void qualifiesTypesThatAreNotTheSystems() {
    assertThat(column("thing", "moods").type()).isEqualTo("app.mood[]");
    assertThat(column("thing", "tags").type()).isEqualTo("public.hstore");
    assertThat(column("thing", "ts").type()).isEqualTo("timestamp with time zone");
  }

  @Test
  void readsWhatAColumnIsBeyondItsType() {
    assertThat(column("thing", "txt").collation()).contains("pg_catalog.\"C\"");
    assertThat(column("thing", "txt").options())
        .isEqualTo(Map.of("storage", "EXTERNAL", "compression", "pglz"));
    assertThat(column("thing", "n").options())
        .isEqualTo(Map.of("statistics", "50", "with n_distinct", "5"));
  }

  @Test
  void printsDefaultsWithoutRegardToTheTimeZone() {
    var value = Inspected.object(schema, Default.class, app(ObjectKind.DEFAULT, "thing", "ts"));
    assertThat(value.expression()).isEqualTo("'2019-12-31 22:00:00+00'::timestamp with time zone");
  }

  @Test
  void readsStorageParametersWithThoseOfToast() {
    assertThat(table(app(ObjectKind.TABLE, "base")).options())
        .containsEntry("with fillfactor", "70")
        .containsEntry("with toast.autovacuum_enabled", "off");
  }

  @Test
  void readsUnloggedTablesAndRowSecurity() {
    assertThat(table(ObjectId.of(ObjectKind.TABLE, "Odd Name", "T x")).options())
        .isEqualTo(
            Map.of(
                "unlogged", "true",
                "row security", "true",
                "force row security", "true",
                "replica identity", "full"));
  }

  @Test
  void readsTypedTables() {
    assertThat(table(app(ObjectKind.TABLE, "typed")).options())
        .isEqualTo(Map.of("of", "app.place"));
  }

  @Test
  void readsInheritance() {
    var base = app(ObjectKind.TABLE, "base");
    assertThat(table(app(ObjectKind.TABLE, "child")).inherits()).containsExactly(base);
    assertThat(column("child", "v").inherited()).isTrue();
    assertThat(column("child", "c").inherited()).isFalse();
    assertThat(schema.dependenciesOf(column("child", "v").id()))
        .contains(base.member(ObjectKind.COLUMN, "v"));
  }

  @Test
  void readsPartitionedTablesAndPartitions() {
    var part1 = table(app(ObjectKind.TABLE, "part1"));
    assertThat(part1.partitionKey()).contains("LIST (k)");
    assertThat(part1.partition())
        .contains(
            new Table.Partition(
                app(ObjectKind.TABLE, "part"), "FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')"));
    assertThat(table(app(ObjectKind.TABLE, "partd")).partition())
        .contains(new Table.Partition(app(ObjectKind.TABLE, "part"), "DEFAULT"));
  }

  private Table table(ObjectId id) {
    return Inspected.object(schema, Table.class, id);
  }

  private Column column(String table, String name) {
    return Inspected.object(schema, Column.class, app(ObjectKind.COLUMN, table, name));
  }
}
