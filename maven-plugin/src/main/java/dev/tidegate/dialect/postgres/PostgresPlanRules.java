package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.PlanRules;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What PostgreSQL can do in place, and what that costs. */
public final class PostgresPlanRules implements PlanRules {

  @Override
  public boolean altersInPlace(Change.Modify change, Pair<Schema> schemas) {
    return InPlace.allows(change.object(), schemas);
  }

  @Override
  public boolean standsInTheWay(
      Change.Modify change, SchemaObject dependant, Pair<Schema> schemas) {
    return new InTheWay(change.object(), schemas).is(dependant);
  }

  /**
   * Neither a partition nor a child gets columns of its own, and ATTACH PARTITION and INHERIT
   * compare them with those of the parent.
   */
  @Override
  public Optional<SchemaObject> stopover(Change.Modify change, Set<ObjectId> dropped) {
    return change.object().from() instanceof Table from && change.object().to() instanceof Table to
        ? Joining.stopover(new Pair<>(from, to), dropped)
        : Optional.empty();
  }

  /** A partition keeps its rows while its parent is made anew. */
  @Override
  public boolean comesBack(Pair<SchemaObject> object, ObjectId gone) {
    return object.from() instanceof Table from
        && object.to() instanceof Table to
        && from.partitionKey().equals(to.partitionKey())
        && from.partition().filter(place -> place.parent().equals(gone)).isPresent()
        && to.partition().filter(place -> place.parent().equals(gone)).isPresent();
  }

  /** https://www.postgresql.org/docs/current/ddl-partitioning.html: the key cannot be changed. */
  @Override
  public Optional<ObjectId> inseparableFrom(SchemaObject part, Schema schema) {
    return part instanceof Column column && Joining.isPartitionKey(column, schema)
        ? Optional.of(column.table())
        : Optional.empty();
  }

  @Override
  public boolean madeBeforeStopoverEnds(SchemaObject part) {
    return Joining.isCompared(part);
  }

  /** What is attached to an index of the parent comes and goes with its own table. */
  @Override
  public boolean createdApart(SchemaObject part) {
    return !(part instanceof Column
        || (part instanceof Index index && index.partOf().isPresent())
        || (part instanceof Key key && key.partOf().isPresent()));
  }

  /**
   * Foreign keys are added when all tables are there. The index of a partition has to be there
   * before the partition is attached, or else the server makes one.
   */
  @Override
  public boolean createdWithParent(SchemaObject object) {
    return object instanceof Column
        || object instanceof Default
        || object instanceof Key
        || object instanceof CheckConstraint
        || object instanceof ExclusionConstraint
        || (object instanceof Index index && index.partOf().isPresent());
  }

  /**
   * Tables, indexes, sequences, views and types of one name space share their names, and so does
   * the index of a key. https://www.postgresql.org/docs/current/catalog-pg-class.html
   */
  @Override
  public String nameSlot(SchemaObject object) {
    var id = object.id();
    return switch (id.kind()) {
      case ENUM,
          BASE_TYPE,
          DOMAIN,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          SEQUENCE,
          TABLE,
          INDEX,
          VIEW,
          MATERIALIZED_VIEW ->
          "relation " + id.path();
      case PRIMARY_KEY, UNIQUE, EXCLUSION -> "relation " + List.of(id.path().get(0), id.name());
      case CHECK, FOREIGN_KEY -> "constraint " + id.path();
      case FUNCTION, PROCEDURE, AGGREGATE -> "routine " + id.path();
      default -> id.toString();
    };
  }

  @Override
  public Set<String> slotsHeld(SchemaObject object) {
    var slots = new HashSet<>(Set.of(nameSlot(object)));
    if (object instanceof Key key) {
      slots.add(referable(key.table(), key.columns()));
      if (key.primary()) {
        slots.add(primary(key));
      }
    } else if (object instanceof Index index && index.unique() && index.where().isEmpty()) {
      var columns = index.keys().stream().flatMap(it -> it.column().stream()).toList();
      slots.add(referable(index.table(), columns));
    }
    return slots;
  }

  /**
   * A foreign key is bound to one index, and where several would do to the oldest: then that index
   * could not be dropped later.
   * https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-REFERENCES
   */
  @Override
  public Set<String> slotsNeeded(SchemaObject object) {
    if (object instanceof ForeignKey key) {
      return Set.of(nameSlot(key), referable(key.referencedTable(), key.referencedColumns()));
    }
    return object instanceof Key key && key.primary()
        ? Set.of(nameSlot(key), primary(key))
        : Set.of(nameSlot(object));
  }

  private static String primary(Key key) {
    return "primary key of " + key.table();
  }

  /** A foreign key may name the columns in any order. */
  private static String referable(ObjectId table, List<String> columns) {
    return "key of " + table + " " + new TreeSet<>(columns);
  }

  @Override
  public Map<ObjectId, Set<ObjectId>> mentions(Schema schema) {
    return new Mentions(schema).ofRoutines();
  }

  @Override
  public List<Hazard> hazards(Step step, Pair<Schema> schemas) {
    return step.accept(new StepHazards(schemas));
  }
}
