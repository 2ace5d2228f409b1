package dev.tidegate.plan;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the planner asks a dialect. The defaults suit a database that can alter everything. */
public interface PlanRules {

  /** Whether the object can be changed in place; otherwise it is dropped and created anew. */
  boolean altersInPlace(Change.Modify change, Pair<Schema> schemas);

  /**
   * Whether this object has to be dropped before the change and created anew after it, although the
   * change itself is made in place: a view on a column that changes its type.
   *
   * @param dependant an object of {@code from} that depends on what changes, directly or not
   */
  default boolean standsInTheWay(
      Change.Modify change, SchemaObject dependant, Pair<Schema> schemas) {
    return false;
  }

  /**
   * What the object is halfway, where its change takes two steps with those of its parts in
   * between: a table that leaves one partitioned table and joins another. Empty where one step is
   * enough.
   *
   * @param dropped what the plan drops, for good or to create it anew
   */
  default Optional<SchemaObject> stopover(Change.Modify change, Set<ObjectId> dropped) {
    return Optional.empty();
  }

  /**
   * Whether this object, which is the same in both states, can leave what is dropped and created
   * anew and come back to it, as a partition can: it is not dropped with it then.
   */
  default boolean comesBack(Pair<SchemaObject> object, ObjectId gone) {
    return false;
  }

  /** What has to be dropped with this part: the table that is partitioned by this column. */
  default Optional<ObjectId> inseparableFrom(SchemaObject part, Schema schema) {
    return Optional.empty();
  }

  /** Whether this part of such an object has to be made before the second step, or after it. */
  default boolean madeBeforeStopoverEnds(SchemaObject part) {
    return false;
  }

  /**
   * Whether the statement that creates the object's parent creates it as well, when both are
   * created: a column always, a foreign key only where cycles do not matter.
   */
  boolean createdWithParent(SchemaObject object);

  /**
   * Whether a part that is created with its parent can also have a statement of its own, which
   * breaks a cycle. Columns cannot; nothing can on a database without ADD CONSTRAINT.
   */
  default boolean createdApart(SchemaObject part) {
    return !(part instanceof Column);
  }

  /**
   * Whether the statement that drops the parent drops this without a word of its own. Everything
   * that has a parent, unless a dialect says otherwise.
   */
  default boolean droppedWithParent(SchemaObject object) {
    return object.parent().isPresent();
  }

  /**
   * Whether a table has to be made anew for these changes of it and its parts. Never, unless a
   * dialect says otherwise.
   *
   * @param changes of the table, and of those parts that {@link #createdWithParent}
   */
  default boolean rebuildsTable(ObjectId table, List<Change> changes, Pair<Schema> schemas) {
    return false;
  }

  /**
   * What only one object at a time can be called: on PostgreSQL a table and an index of one name
   * space cannot share a name.
   */
  default String nameSlot(SchemaObject object) {
    return object.id().toString();
  }

  /** The places that are taken while the object is there: its name, being the primary key. */
  default Set<String> slotsHeld(SchemaObject object) {
    return Set.of(nameSlot(object));
  }

  /**
   * The places that have to be free before the object is created: others that hold one of them are
   * dropped first. Mostly those that it holds itself.
   */
  default Set<String> slotsNeeded(SchemaObject object) {
    return Set.of(nameSlot(object));
  }

  /**
   * For each object that does so, the objects that its text names without the database recording
   * it: the tables in a function's body. They order the plan where that is possible, and never
   * forbid it. Asked once for a whole schema, so that its names are collected once.
   */
  default Map<ObjectId, Set<ObjectId>> mentions(Schema schema) {
    return Map.of();
  }

  /** The harm that a step can do to data, as far as the schemas tell. */
  List<Hazard> hazards(Step step, Pair<Schema> schemas);
}
