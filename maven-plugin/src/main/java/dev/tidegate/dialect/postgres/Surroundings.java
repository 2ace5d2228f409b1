package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Ownership;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Sequence;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What else a plan does and what stands around an object: some statements depend on it. Made for
 * one rendering, not safe for several threads.
 */
final class Surroundings {
  private final Pair<Schema> schemas;
  private final Pair<Parts> parts;
  private final Set<ObjectId> dropped = new HashSet<>();
  private final Set<ObjectId> created = new HashSet<>();
  private final Set<ObjectId> said = new HashSet<>();
  private final Map<ObjectId, ObjectId> saidWith = new HashMap<>();
  private final Map<ObjectId, ObjectId> sequencesAside = new HashMap<>();
  private final SpareNames names;
  private final Set<ObjectId> withoutIdentity = new HashSet<>();
  private final Pair<Map<ObjectId, List<Table>>> children;
  private final Set<ObjectId> referenced = new HashSet<>();
  private final Map<List<String>, Column> losingIdentity = new HashMap<>();
  private final Map<List<String>, List<Ownership>> ownershipsByTable = new HashMap<>();

  Surroundings(Plan plan, Pair<Schema> schemas) {
    this.schemas = schemas;
    this.names = new SpareNames(schemas);
    this.parts = schemas.map(Parts::new);
    this.children = schemas.map(Surroundings::children);
    schemas.from().all(Column.class).forEach(this::addIfItLosesIdentity);
    schemas.from().all(ForeignKey.class).forEach(key -> referenced.add(key.referencedTable()));
    schemas.from().all(Ownership.class).forEach(this::addOwnership);
    for (var planned : plan.steps()) {
      if (planned.step() instanceof Step.Drop drop) {
        addWithParts(drop.object().id());
      } else if (planned.step() instanceof Step.Create create) {
        created.add(create.id());
        create.parts().forEach(part -> created.add(part.id()));
      }
    }
  }

  Pair<Schema> schemas() {
    return schemas;
  }

  Pair<Parts> parts() {
    return parts;
  }

  /** Whether the plan drops the object, for good or to create it anew. */
  boolean drops(ObjectId id) {
    return dropped.contains(id);
  }

  boolean creates(ObjectId id) {
    return created.contains(id);
  }

  /** Whether the object is there before, after and all the time between. */
  boolean keeps(ObjectId id) {
    return schemas.from().holds(id) && schemas.to().holds(id) && !drops(id);
  }

  /** Notes that the statements of this object's change are out. */
  void saidAlter(ObjectId id) {
    said.add(id);
  }

  /** Notes that the statements of one object's change say this one's as well. */
  void saidAlong(ObjectId id, ObjectId with) {
    said.add(id);
    saidWith.put(id, with);
  }

  /** Whose statements say this object's change, where they are not its own. */
  Optional<ObjectId> saidWith(ObjectId id) {
    return Optional.ofNullable(saidWith.get(id)).filter(with -> !with.equals(id));
  }

  /** Names that neither schema has. */
  SpareNames names() {
    return names;
  }

  /**
   * Whether this sequence, which goes, waits under the other name until the column that it counts
   * for has got an identity. Notes that it does.
   */
  boolean sayAside(ObjectId sequence, ObjectId aside) {
    var column =
        ownerBefore(sequence)
            .filter(this::keeps)
            .filter(it -> !hasSaidAlter(it))
            .filter(it -> isPlain(schemas.from().find(it).orElseThrow()))
            .filter(it -> !isPlain(schemas.to().find(it).orElseThrow()));
    column.ifPresent(it -> sequencesAside.put(it, aside));
    return column.isPresent();
  }

  /** The sequence that waits for this column to take its position. */
  Optional<ObjectId> sequenceAside(ObjectId column) {
    return Optional.ofNullable(sequencesAside.get(column));
  }

  /** The column that owned this sequence. */
  Optional<ObjectId> ownerBefore(ObjectId sequence) {
    return schemas
        .from()
        .find(new ObjectId(ObjectKind.OWNED_BY, sequence.path()))
        .map(Ownership.class::cast)
        .map(Ownership::column);
  }

  /** Whether the object's change has been rendered before what is rendered now. */
  boolean hasSaidAlter(ObjectId id) {
    return said.contains(id);
  }

  /**
   * The column that stays but whose identity goes, and whose identity has this sequence name as
   * long as it is there. Notes that the statement which drops the identity is out.
   */
  Optional<Column> sayIdentityGoes(ObjectId sequence) {
    var column =
        Optional.ofNullable(losingIdentity.get(sequence.path())).filter(it -> !drops(it.id()));
    column.ifPresent(it -> withoutIdentity.add(it.id()));
    return column;
  }

  boolean hasSaidIdentityGoes(ObjectId column) {
    return withoutIdentity.contains(column);
  }

  private static boolean isPlain(SchemaObject object) {
    return object instanceof Column column && column.identity().isEmpty();
  }

  /** Whether {@code to} has tables that are partitions of this one or inherit from it. */
  boolean hasChildren(ObjectId table) {
    return children.to().containsKey(table) || children.from().containsKey(table);
  }

  /** Whether the table is to be partitioned and to have partitions. */
  boolean hasPartitions(ObjectId table) {
    return children.to().getOrDefault(table, List.of()).stream()
        .anyMatch(child -> child.partition().isPresent());
  }

  /** The tables that this one inherits from, as partition or plainly. */
  static List<ObjectId> parents(Table table) {
    return table
        .partition()
        .map(partition -> List.of(partition.parent()))
        .orElseGet(table::inherits);
  }

  /** The column of a parent that an inherited column comes from, nearest parent first. */
  static Optional<Column> inheritedFrom(Schema schema, ObjectId table, String column) {
    return schema.find(table).filter(Table.class::isInstance).map(Table.class::cast).stream()
        .flatMap(it -> parents(it).stream())
        .flatMap(parent -> schema.find(parent.member(ObjectKind.COLUMN, column)).stream())
        .map(Column.class::cast)
        .findFirst();
  }

  /** The default of a column in one of the schemas. */
  static Optional<String> defaultOf(Schema schema, ObjectId column) {
    return schema
        .find(new ObjectId(ObjectKind.DEFAULT, column.path()))
        .map(Default.class::cast)
        .map(Default::expression);
  }

  private void addWithParts(ObjectId id) {
    if (dropped.add(id)) {
      parts.from().of(id, SchemaObject.class).forEach(part -> addWithParts(part.id()));
    }
  }

  /** Whether a table that stays becomes a partition, or one of another table. */
  boolean isAttached(ObjectId table) {
    return moves(table) && place(schemas.to(), table).isPresent();
  }

  /**
   * Whether a table that stays leaves its place in a partitioned table or gets another one, which
   * may be the same in its parent made anew.
   */
  boolean moves(ObjectId table) {
    var from = place(schemas.from(), table);
    return keeps(table)
        && (!from.equals(place(schemas.to(), table))
            || from.filter(it -> drops(it.parent())).isPresent());
  }

  /** Whether {@code to} has the table as a partition. */
  boolean isPartitionAfter(ObjectId table) {
    return place(schemas.to(), table).isPresent();
  }

  /**
   * Whether this part of a table that leaves its parent has to be dropped, and cannot be as long as
   * the parent has it.
   */
  boolean dropsAfterLeaving(SchemaObject part) {
    return drops(part.id())
        && part.parent().stream()
            .flatMap(table -> left(table).stream())
            .flatMap(parent -> wholes(part, parent).stream())
            .anyMatch(this::keeps);
  }

  /** The parents that a table leaves which stays. */
  private Set<ObjectId> left(ObjectId id) {
    var left = new HashSet<ObjectId>();
    if (keeps(id) && schemas.from().find(id).orElseThrow() instanceof Table from) {
      left.addAll(from.inherits());
      left.removeAll(((Table) schemas.to().find(id).orElseThrow()).inherits());
      from.partition().filter(place -> moves(id)).ifPresent(place -> left.add(place.parent()));
    }
    return left;
  }

  /** What of the parent this part comes from. */
  private static List<ObjectId> wholes(SchemaObject part, ObjectId parent) {
    if (part instanceof Key key) {
      return key.partOf().stream().toList();
    }
    if (part instanceof Index index) {
      return index.partOf().stream().toList();
    }
    var inherited =
        (part instanceof Column column && column.inherited())
            || (part instanceof CheckConstraint check && check.inherited())
            || (part instanceof ForeignKey foreignKey && foreignKey.inherited())
            || (part instanceof ExclusionConstraint exclusion && exclusion.inherited());
    return inherited ? List.of(parent.member(part.id().kind(), part.id().name())) : List.of();
  }

  private static Optional<Table.Partition> place(Schema schema, ObjectId table) {
    return schema
        .find(table)
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .flatMap(Table::partition);
  }

  /** Whether {@code from} has a foreign key that refers to the table. */
  boolean isReferenced(ObjectId table) {
    return referenced.contains(table);
  }

  /**
   * The statements that let go of sequences which stay when this column, or this table with all its
   * columns, is dropped.
   */
  List<String> releases(ObjectId owner) {
    var table = owner.kind() == ObjectKind.COLUMN ? owner.qualifier() : owner.path();
    return ownershipsByTable.getOrDefault(table, List.of()).stream()
        .filter(it -> it.column().equals(owner) || table.equals(owner.path()))
        .filter(it -> !drops(it.sequence()))
        .map(OwnershipRenderer::release)
        .toList();
  }

  /** Whether the sequence goes when the column that owns it goes. */
  boolean goesWithOwner(Sequence sequence) {
    return ownerBefore(sequence.id()).filter(this::drops).isPresent();
  }

  /** By the path of the sequence that the server made for the identity. */
  private void addIfItLosesIdentity(Column column) {
    if (column.identity().isPresent()
        && schemas.to().find(column.id()).filter(Surroundings::isPlain).isPresent()) {
      var table = column.table();
      var sequence = new ArrayList<>(table.qualifier());
      sequence.add(table.name() + "_" + column.id().name() + "_seq");
      losingIdentity.put(sequence, column);
    }
  }

  private void addOwnership(Ownership ownership) {
    ownershipsByTable
        .computeIfAbsent(ownership.column().qualifier(), table -> new ArrayList<>())
        .add(ownership);
  }

  private static Map<ObjectId, List<Table>> children(Schema schema) {
    var children = new TreeMap<ObjectId, List<Table>>();
    for (var table : schema.all(Table.class)) {
      for (var parent : parents(table)) {
        children.computeIfAbsent(parent, key -> new ArrayList<>()).add(table);
      }
    }
    return children;
  }
}
