package dev.tidegate.plan;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of each object: the changes themselves, and what they force. An object that stands
 * on one that is dropped has to be dropped before it, and is created again where {@code to} has it.
 */
final class Selection {
  private final PlanRules rules;
  private final Pair<Schema> schemas;
  private final Parts fromParts;
  private final Map<ObjectId, Set<ObjectId>> dependants;
  private final Set<ObjectId> dropped = new TreeSet<>();
  private final Set<ObjectId> created = new TreeSet<>();
  private final Map<ObjectId, Change.Modify> altered = new TreeMap<>();
  private final Set<ObjectId> rebuilt = new TreeSet<>();
  private final ArrayDeque<ObjectId> unfollowed = new ArrayDeque<>();

  Selection(PlanRules rules, Pair<Schema> schemas, List<Change> changes) {
    this.rules = rules;
    this.schemas = schemas;
    this.fromParts = new Parts(schemas.from());
    this.dependants = schemas.from().dependants();
    var inPlace = withoutRebuilt(changes);
    inPlace.forEach(this::select);
    rebuilt.forEach(this::replaceWhatStandsOnRebuilt);
    List.copyOf(altered.values()).forEach(this::clearTheWay);
    follow();
  }

  Set<ObjectId> dropped() {
    return dropped;
  }

  Set<ObjectId> created() {
    return created;
  }

  Map<ObjectId, Change.Modify> altered() {
    return altered;
  }

  Set<ObjectId> rebuilt() {
    return rebuilt;
  }

  /** The table that makes this object when it is created, or the object itself. */
  static ObjectId root(PlanRules rules, Schema schema, ObjectId id) {
    return schema
        .find(id)
        .filter(rules::createdWithParent)
        .flatMap(SchemaObject::parent)
        .map(parent -> root(rules, schema, parent))
        .orElse(id);
  }

  /** Sorts out the tables that have to be rebuilt, with all changes that this takes care of. */
  private List<Change> withoutRebuilt(List<Change> changes) {
    var byRoot = new TreeMap<ObjectId, List<Change>>();
    for (var change : changes) {
      var schema = schemas.to().holds(change.id()) ? schemas.to() : schemas.from();
      byRoot
          .computeIfAbsent(root(rules, schema, change.id()), key -> new ArrayList<>())
          .add(change);
    }
    var others = new ArrayList<Change>();
    byRoot.forEach(
        (root, group) -> {
          if (schemas.from().holds(root)
              && schemas.to().holds(root)
              && rules.rebuildsTable(root, group, schemas)) {
            rebuilt.add(root);
          } else {
            others.addAll(group);
          }
        });
    return others;
  }

  private void select(Change change) {
    change.accept(
        new Change.Visitor<Boolean>() {
          @Override
          public Boolean add(Change.Add add) {
            return created.add(add.id());
          }

          @Override
          public Boolean drop(Change.Drop drop) {
            return Selection.this.drop(drop.id());
          }

          @Override
          public Boolean modify(Change.Modify modify) {
            if (rules.altersInPlace(modify, schemas)) {
              altered.put(modify.id(), modify);
              return true;
            }
            return Selection.this.drop(modify.id());
          }
        });
  }

  /** Indexes and triggers of a rebuilt table go with the old one. */
  private void replaceWhatStandsOnRebuilt(ObjectId table) {
    for (var part : fromParts.of(table, SchemaObject.class)) {
      if (!rules.createdWithParent(part)) {
        drop(part.id());
      }
    }
  }

  private void clearTheWay(Change.Modify modify) {
    for (var dependant : allDependants(modify.id())) {
      var inTheWay =
          schemas
              .from()
              .find(dependant)
              .filter(it -> rules.standsInTheWay(modify, it, schemas))
              .isPresent();
      if (inTheWay) {
        drop(dependant);
      }
    }
  }

  /** What depends on the object, directly or through others: a view on a column of a type. */
  private Set<ObjectId> allDependants(ObjectId id) {
    var found = new TreeSet<ObjectId>();
    var unseen = new ArrayDeque<>(List.of(id));
    while (!unseen.isEmpty()) {
      for (var dependant : dependants.getOrDefault(unseen.remove(), Set.of())) {
        if (found.add(dependant)) {
          unseen.add(dependant);
        }
      }
    }
    return found;
  }

  private boolean drop(ObjectId id) {
    var whole =
        schemas.from().find(id).flatMap(part -> rules.inseparableFrom(part, schemas.from()));
    whole.filter(it -> !dropped.contains(it)).ifPresent(this::drop);
    if (!dropped.add(id)) {
      return false;
    }
    altered.remove(id);
    if (schemas.to().holds(id)) {
      created.add(id);
    }
    unfollowed.add(id);
    return true;
  }

  private void follow() {
    while (!unfollowed.isEmpty()) {
      var gone = unfollowed.remove();
      for (var part : fromParts.of(gone, SchemaObject.class)) {
        drop(part.id());
      }
      for (var dependant : dependants.getOrDefault(gone, Set.of())) {
        if (!survives(dependant, gone) && !comesBack(dependant, gone)) {
          drop(dependant);
        }
      }
    }
  }

  /** Whether an object is changed in place so that it no longer needs what is dropped. */
  private boolean survives(ObjectId dependant, ObjectId gone) {
    var inPlace =
        altered.containsKey(dependant)
            || rebuilt.contains(root(rules, schemas.from(), dependant))
            || isReleased(dependant, gone);
    var needed = schemas.to().dependenciesOf(dependant);
    return inPlace && !needed.contains(gone) && !needsSuccessor(needed, gone);
  }

  /** Whether one of them cannot be there before the other is gone: another primary key. */
  private boolean needsSuccessor(Set<ObjectId> needed, ObjectId gone) {
    var held = rules.slotsHeld(before(gone));
    return needed.stream()
        .filter(it -> !schemas.from().holds(it))
        .flatMap(it -> schemas.to().find(it).stream())
        .anyMatch(it -> !Collections.disjoint(rules.slotsNeeded(it), held));
  }

  private boolean comesBack(ObjectId id, ObjectId gone) {
    var from = schemas.from().find(id);
    var to = schemas.to().find(id);
    if (from.isEmpty() || to.isEmpty() || dropped.contains(id)) {
      return false;
    }
    if (rules.comesBack(new Pair<>(from.get(), to.get()), gone)) {
      altered.computeIfAbsent(id, key -> new Change.Modify(new Pair<>(from.get(), to.get())));
      return true;
    }
    var whole = from.get().parent();
    var goneWhole = schemas.from().find(gone).flatMap(SchemaObject::parent).orElse(gone);
    return whole.isPresent()
        && altered.containsKey(whole.get())
        && rules.comesBack(new Pair<>(before(whole.get()), after(whole.get())), goneWhole);
  }

  /**
   * Whether what the object is a part of is changed in place so that it leaves what the other is a
   * part of: the columns of a partition that is detached stay when the parent is dropped.
   */
  private boolean isReleased(ObjectId dependant, ObjectId gone) {
    var whole = schemas.from().find(dependant).flatMap(SchemaObject::parent);
    var left = schemas.from().find(gone).flatMap(SchemaObject::parent).orElse(gone);
    return whole
        .filter(altered::containsKey)
        .filter(it -> schemas.to().holds(dependant))
        .filter(it -> schemas.from().dependenciesOf(it).contains(left))
        .filter(it -> !schemas.to().dependenciesOf(it).contains(left))
        .isPresent();
  }

  /** The object as it was. */
  SchemaObject before(ObjectId id) {
    return found(schemas.from().find(id), id);
  }

  /** The object as it is to be. */
  SchemaObject after(ObjectId id) {
    return found(schemas.to().find(id), id);
  }

  private static SchemaObject found(Optional<SchemaObject> object, ObjectId id) {
    return object.orElseThrow(() -> new IllegalStateException("no such object: " + id));
  }
}
