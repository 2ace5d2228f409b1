package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Column;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A type or collation that is to be swapped, and the types that stand on it: domains over it, row
 * types with an attribute of it, ranges of it. They go on naming the old one and so have to be made
 * anew with it.
 *
 * @param members what is swapped first, then in an order in which they can be made
 * @param schema that they are in
 */
record SwapGroup(List<ObjectId> members, Schema schema) {
  SwapGroup {
    members = List.copyOf(members);
  }

  static SwapGroup of(ObjectId root, Schema schema) {
    var candidates =
        schema.objects().values().stream()
            .filter(SwapGroup::standsOnTypes)
            .map(SchemaObject::id)
            .toList();
    var all = new TreeSet<>(Set.of(root));
    var grown = true;
    while (grown) {
      var more =
          candidates.stream()
              .filter(it -> !Collections.disjoint(schema.dependenciesOf(it), all))
              .toList();
      grown = all.addAll(more);
    }
    all.remove(root);
    return new SwapGroup(ordered(root, all, schema), schema);
  }

  /** The columns of tables that hold values of a member, or are sorted by it. */
  Stream<Column> columns() {
    var names = new HashSet<String>();
    members.forEach(member -> names.addAll(namesOf(member)));
    return schema.all(Column.class).stream()
        .filter(column -> column.table().kind() == ObjectKind.TABLE)
        .filter(
            column ->
                names.contains(TypeChanges.element(column.type()))
                    || column.collation().filter(names::contains).isPresent());
  }

  /**
   * Whether there is no time at which the old and the new one are both there. The functions that a
   * range type brings keep their names when it is renamed.
   */
  boolean meetsInText() {
    return members.stream().anyMatch(member -> member.kind() == ObjectKind.RANGE_TYPE);
  }

  /** Whether the type of a column, alone or as an array, is one of the members. */
  boolean isTypeOf(Column column) {
    return members.stream()
        .anyMatch(member -> namesOf(member).contains(TypeChanges.element(column.type())));
  }

  /** Whether the object names a member itself. */
  boolean isNamedBy(SchemaObject object) {
    return !Collections.disjoint(schema.dependenciesOf(object.id()), members);
  }

  private List<String> namesOf(ObjectId member) {
    var names = new ArrayList<String>();
    names.add(PostgresIdentifiers.qualified(member));
    schema
        .find(member)
        .filter(Definition.class::isInstance)
        .map(Definition.class::cast)
        .flatMap(type -> type.attribute(RangeTypeRenderer.MULTIRANGE))
        .ifPresent(names::add);
    return names;
  }

  private static List<ObjectId> ordered(ObjectId root, TreeSet<ObjectId> others, Schema schema) {
    var ordered = new ArrayList<>(List.of(root));
    while (!others.isEmpty()) {
      var next =
          others.stream()
              .filter(it -> Collections.disjoint(schema.dependenciesOf(it), others))
              .findFirst()
              .orElseGet(others::first);
      others.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static boolean standsOnTypes(SchemaObject object) {
    return object instanceof Domain
        || object instanceof CompositeType
        || object.id().kind() == ObjectKind.RANGE_TYPE;
  }
}
