package dev.tidegate.diff;

import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Ownership;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Renames about which nobody has to be asked: an index or a constraint of the same table with the
 * very same definition, and the sequence that the same column owns. They hold nothing that could be
 * another's, and making them anew would read the whole table or lose the sequence's place.
 */
public final class EvidentRenames {
  private final DiffRules rules;
  private final Pair<Schema> schemas;

  /** Looks at both states. */
  public EvidentRenames(DiffRules rules, Pair<Schema> schemas) {
    this.rules = rules;
    this.schemas = schemas;
  }

  /** The renames among these changes, in the order of the drops. */
  public List<Rename> of(List<Change> changes) {
    var fresh = new HashMap<List<Object>, Deque<ObjectId>>();
    for (var change : changes) {
      if (change instanceof Change.Add add) {
        nameless(add.object(), schemas.to())
            .ifPresent(key -> fresh.computeIfAbsent(key, it -> new ArrayDeque<>()).add(add.id()));
      }
    }
    var renames = new ArrayList<Rename>();
    for (var change : changes) {
      if (change instanceof Change.Drop drop) {
        nameless(drop.object(), schemas.from())
            .map(fresh::get)
            .map(Deque::poll)
            .ifPresent(id -> renames.add(new Rename(drop.id(), id.name())));
      }
    }
    return List.copyOf(renames);
  }

  /** All by which the object can differ but its name; empty for what is not renamed so. */
  private Optional<List<Object>> nameless(SchemaObject found, Schema schema) {
    var kind = found.id().kind();
    if (!rules.canRename(kind)) {
      return Optional.empty();
    }
    var object = rules.comparable(found);
    if (object instanceof Index it) {
      return Optional.of(
          List.of(
              kind,
              it.table(),
              it.method() + it.unique(),
              it.keys(),
              it.included(),
              it.where(),
              it.partOf().isPresent(),
              it.options()));
    }
    if (object instanceof Key it) {
      return Optional.of(
          List.of(kind, it.table(), it.columns(), it.included(), it.partOf(), it.options()));
    }
    if (object instanceof ExclusionConstraint it) {
      return Optional.of(List.of(kind, it.table(), it.definition(), it.inherited()));
    }
    return check(object).or(() -> ofSequence(object, schema));
  }

  /** A check that comes from a parent gets its name there. */
  private static Optional<List<Object>> check(SchemaObject object) {
    if (object instanceof CheckConstraint it && !it.inherited()) {
      return Optional.of(
          List.of(ObjectKind.CHECK, it.table(), it.columns(), it.expression(), it.options()));
    }
    if (object instanceof ForeignKey it) {
      return Optional.of(
          List.of(
              ObjectKind.FOREIGN_KEY,
              it.table(),
              it.columns(),
              it.referencedTable(),
              it.referencedColumns(),
              it.onDelete() + " " + it.onUpdate() + " " + it.setColumns(),
              it.inherited(),
              it.options()));
    }
    return Optional.empty();
  }

  private static Optional<List<Object>> ofSequence(SchemaObject object, Schema schema) {
    if (!(object instanceof Sequence it)) {
      return Optional.empty();
    }
    return schema
        .find(new ObjectId(ObjectKind.OWNED_BY, it.id().path()))
        .map(owner -> ((Ownership) owner).column())
        .map(
            column ->
                List.of(
                    ObjectKind.SEQUENCE,
                    column,
                    it.type(),
                    List.of(it.start(), it.increment(), it.minimum(), it.maximum(), it.cache()),
                    it.cycles()));
  }
}
