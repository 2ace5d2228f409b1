package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a migration by what it did to a scratch database, whatever its text says: what was there
 * before and is not afterwards was dropped, what has another name was renamed. An object is
 * followed by its physical identity, so that a rename is no drop, and a drop followed by a creation
 * is one.
 */
final class MigrationHazards {
  private static final Set<HazardType> OF_A_TYPE =
      Set.of(HazardType.NARROW_TYPE, HazardType.BREAKS_READERS);

  private final Dialect dialect;
  private final Pair<StateLook> looks;
  private final boolean withTypes;
  private final Map<String, ObjectId> afterwards = new HashMap<>();
  private final List<Hazard> hazards = new ArrayList<>();

  private MigrationHazards(Dialect dialect, Pair<StateLook> looks, boolean withTypes) {
    this.withTypes = withTypes;
    this.dialect = dialect;
    this.looks = looks;
    looks.to().identities().forEach((id, identity) -> afterwards.put(identity, id));
  }

  /**
   * What became of the objects between the two looks, in the order of their identities.
   *
   * @param withTypes whether changes of types are looked for here, column by column, because the
   *     states could not be compared whole
   */
  static List<Hazard> of(Dialect dialect, Pair<StateLook> looks, boolean withTypes) {
    var judge = new MigrationHazards(dialect, looks, withTypes);
    looks.from().identities().forEach(judge::judge);
    return List.copyOf(judge.hazards);
  }

  private void judge(ObjectId id, String identity) {
    var now = afterwards.get(identity);
    if (now == null) {
      dropped(id);
    } else {
      if (!now.name().equals(id.name())) {
        add(HazardType.BREAKS_READERS, id, "%s is renamed to %s".formatted(id, now.name()));
      }
      if (id.kind() == ObjectKind.TABLE) {
        leavesParent(id, now);
      }
      if (withTypes && id.kind() == ObjectKind.COLUMN) {
        typeChanged(id, now);
      }
    }
  }

  private void dropped(ObjectId id) {
    switch (id.kind()) {
      case NAMESPACE -> add(HazardType.DROP_SCHEMA, id, "schema " + id.display() + " is dropped");
      case TABLE ->
          add(
              HazardType.DROP_TABLE,
              id,
              "table %s is dropped with its rows".formatted(id.display()));
      case COLUMN -> columnDropped(id);
      case ENUM -> valueDropped(id);
      default -> {}
    }
  }

  /** A column that went with its table is told by the table; a generated one holds nothing. */
  private void columnDropped(ObjectId id) {
    var table = new ObjectId(ObjectKind.TABLE, id.qualifier());
    var identity = looks.from().identities().get(table);
    var generated =
        looks
            .from()
            .schema()
            .find(id)
            .map(Column.class::cast)
            .filter(c -> c.generated().isPresent());
    if ((identity == null || afterwards.containsKey(identity))
        && generated.isEmpty()
        && !goesWithParent(table, id)) {
      add(
          HazardType.DROP_COLUMN,
          id,
          "column %s is dropped with its values".formatted(id.display()));
    }
  }

  /** A partition's or a child's column that goes with its parent's is told by that one. */
  private boolean goesWithParent(ObjectId table, ObjectId column) {
    var inherited =
        looks
            .from()
            .schema()
            .find(column)
            .map(Column.class::cast)
            .filter(Column::inherited)
            .isPresent();
    return inherited
        && parents(looks.from().schema(), table)
            .map(parent -> parent.member(ObjectKind.COLUMN, column.name()))
            .map(it -> looks.from().identities().get(it))
            .anyMatch(identity -> identity != null && !afterwards.containsKey(identity));
  }

  private static Stream<ObjectId> parents(Schema schema, ObjectId table) {
    return schema.find(table).map(Table.class::cast).stream()
        .flatMap(
            it ->
                Stream.concat(
                    it.inherits().stream(), it.partition().map(Table.Partition::parent).stream()));
  }

  /** Nothing is lost, but who reads the parent finds fewer rows. */
  private void leavesParent(ObjectId id, ObjectId now) {
    var before = parents(looks.from().schema(), id).toList();
    var after =
        parents(looks.to().schema(), now)
            .map(it -> looks.to().identities().get(it))
            .collect(Collectors.toSet());
    for (var parent : before) {
      var identity = looks.from().identities().get(parent);
      if (identity != null && afterwards.containsKey(identity) && !after.contains(identity)) {
        add(
            HazardType.BREAKS_READERS,
            id,
            "%s leaves %s with its rows".formatted(id.display(), parent.display()));
      }
    }
  }

  /** A type that was made anew has other values of the same names; a type that is gone has none. */
  private void valueDropped(ObjectId id) {
    var type = new ObjectId(ObjectKind.ENUM, id.qualifier());
    if (looks.to().schema().holds(type) && !looks.to().identities().containsKey(id)) {
      add(
          HazardType.DROP_TYPE_VALUE,
          type,
          "value %s of type %s is dropped".formatted(id.name(), type.display()));
    }
  }

  /** Asks the dialect as if the column had had its new name before. */
  private void typeChanged(ObjectId before, ObjectId now) {
    var from = looks.from().schema().find(before);
    var to = looks.to().schema().find(now);
    if (from.isPresent()
        && to.isPresent()
        && from.get() instanceof Column old
        && to.get() instanceof Column changed
        && !old.type().equals(changed.type())) {
      var renamed =
          new Column(
              now,
              changed.table(),
              old.position(),
              old.type(),
              old.collation(),
              old.notNull(),
              old.identity(),
              old.generated(),
              old.inherited(),
              old.options());
      var step = new Step.Alter(new Change.Modify(new Pair<>(renamed, changed)));
      dialect.planRules().hazards(step, looks.map(StateLook::schema)).stream()
          .filter(hazard -> OF_A_TYPE.contains(hazard.type()))
          .forEach(hazards::add);
    }
  }

  private void add(HazardType type, ObjectId id, String message) {
    var hazard = new Hazard(type, id, message);
    hazards.add(probe(hazard).map(hazard::probedBy).orElse(hazard));
  }

  /** The query by which the dialect counts what a plan that drops the object would lose. */
  private Optional<String> probe(Hazard hazard) {
    return looks.from().schema().find(hazard.object()).stream()
        .filter(object -> hazard.type().destroysData())
        .map(object -> new Step.Drop(object, false))
        .flatMap(step -> dialect.planRules().hazards(step, looks.map(StateLook::schema)).stream())
        .filter(it -> it.type() == hazard.type())
        .flatMap(it -> it.probe().stream())
        .findFirst();
  }
}
