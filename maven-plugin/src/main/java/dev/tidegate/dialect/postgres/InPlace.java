package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Aggregate;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.MaterializedView;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.Trigger;
import dev.tidegate.schema.View;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which changes ALTER or OR REPLACE can make. All others drop the object and create it anew. */
final class InPlace {
  /** What an index can change after it was built. */
  private static final Set<String> INDEX_OPTIONS =
      Set.of(
          PostgresOptions.CLUSTERED, PostgresOptions.REPLICA_IDENTITY, PostgresOptions.TABLESPACE);

  private static final Set<String> DEFERRAL =
      Set.of(PostgresOptions.DEFERRABLE, PostgresOptions.INITIALLY_DEFERRED);

  private final Pair<Schema> schemas;

  private InPlace(Pair<Schema> schemas) {
    this.schemas = schemas;
  }

  /** Whether the object can be changed in place. */
  static boolean allows(Pair<SchemaObject> object, Pair<Schema> schemas) {
    return new InPlace(schemas).allows(object);
  }

  private boolean allows(Pair<SchemaObject> object) {
    var from = object.from();
    var to = object.to();
    if (from instanceof Table before && to instanceof Table after) {
      return before.partitionKey().equals(after.partitionKey())
          && Objects.equals(
              before.options().get(PostgresOptions.SERVER),
              after.options().get(PostgresOptions.SERVER));
    }
    if (from instanceof Column before && to instanceof Column after) {
      return (after.generated().isEmpty() || after.generated().equals(before.generated()))
          && !(ColumnRenderer.retyped(new Pair<>(before, after))
              && Joining.isPartitionKey(before, schemas.from()));
    }
    if (from instanceof View before && to instanceof View after) {
      return ViewRenderer.replaceable(new Pair<>(before, after));
    }
    if (from instanceof MaterializedView before && to instanceof MaterializedView after) {
      return before.query().equals(after.query()) && before.columns().equals(after.columns());
    }
    if (from instanceof Routine before && to instanceof Routine after) {
      return RoutineRenderer.replaceable(new Pair<>(before, after));
    }
    if (from instanceof Aggregate before && to instanceof Aggregate after) {
      return before.result().equals(after.result()) && before.arguments().equals(after.arguments());
    }
    if (from instanceof Trigger before && to instanceof Trigger after) {
      return TriggerRenderer.replaceable(new Pair<>(before, after));
    }
    if (from instanceof Definition before && to instanceof Definition after) {
      return Privileges.is(after)
          || Definitions.renderer(after.id().kind()).altersInPlace(new Pair<>(before, after));
    }
    return !(ConstraintRenderer.isConstraint(from) || from instanceof Index)
        || allowsConstraint(object);
  }

  private boolean allowsConstraint(Pair<SchemaObject> object) {
    var from = object.from();
    var to = object.to();
    if (from instanceof Key before && to instanceof Key after) {
      return fixed(before).equals(fixed(after))
          && isFree(new Pair<>(before.partOf(), after.partOf()), after.table());
    }
    if (from instanceof Index before && to instanceof Index after) {
      return fixed(before).equals(fixed(after))
          && isFree(new Pair<>(before.partOf(), after.partOf()), after.table());
    }
    if (from instanceof CheckConstraint before && to instanceof CheckConstraint after) {
      return fixed(before).equals(fixed(after)) && validates(before.options(), after.options());
    }
    if (from instanceof ForeignKey before && to instanceof ForeignKey after) {
      return fixed(before).equals(fixed(after)) && validates(before.options(), after.options());
    }
    return from instanceof ExclusionConstraint before
        && to instanceof ExclusionConstraint after
        && before.definition().equals(after.definition());
  }

  /** What is attached to a parent's index comes free only when its table is detached. */
  private boolean isFree(Pair<Optional<ObjectId>> partOf, ObjectId table) {
    return partOf.from().isEmpty()
        || partOf.from().equals(partOf.to())
        || !place(schemas.from(), table).equals(place(schemas.to(), table));
  }

  private static Optional<Table.Partition> place(Schema schema, ObjectId table) {
    return schema
        .find(table)
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .flatMap(Table::partition);
  }

  private static boolean validates(Map<String, String> from, Map<String, String> to) {
    return PostgresOptions.on(from, PostgresOptions.NOT_VALID)
        || !PostgresOptions.on(to, PostgresOptions.NOT_VALID);
  }

  private static Key fixed(Key key) {
    return new Key(
        key.id(),
        key.table(),
        key.name(),
        key.columns(),
        key.included(),
        Optional.empty(),
        without(key.options(), INDEX_OPTIONS));
  }

  private static Index fixed(Index index) {
    return new Index(
        index.id(),
        index.table(),
        index.method(),
        index.unique(),
        index.keys(),
        index.included(),
        index.where(),
        Optional.empty(),
        without(index.options(), INDEX_OPTIONS));
  }

  private static CheckConstraint fixed(CheckConstraint check) {
    return new CheckConstraint(
        check.id(),
        check.table(),
        check.name(),
        check.columns(),
        check.expression(),
        false,
        without(check.options(), Set.of(PostgresOptions.NOT_VALID)));
  }

  private static ForeignKey fixed(ForeignKey key) {
    var changeable = new HashSet<>(DEFERRAL);
    changeable.add(PostgresOptions.NOT_VALID);
    return new ForeignKey(
        key.id(),
        key.table(),
        key.name(),
        key.columns(),
        key.referencedTable(),
        key.referencedColumns(),
        key.onDelete(),
        key.onUpdate(),
        key.setColumns(),
        false,
        without(key.options(), changeable));
  }

  private static SortedMap<String, String> without(Map<String, String> options, Set<String> names) {
    var rest = new TreeMap<>(options);
    rest.keySet()
        .removeIf(
            name ->
                names.contains(name)
                    || name.startsWith(PostgresOptions.PARAMETER)
                    || name.startsWith(PostgresOptions.STATISTICS_OF));
    return rest;
  }
}
