package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Aggregate;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Comment;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.MaterializedView;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Rule;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.Trigger;
import dev.tidegate.schema.View;

/**
 * What ALTER COLUMN … TYPE refuses to carry along, so that it is dropped before and created after.
 * https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE
 */
final class InTheWay {
  private final Pair<SchemaObject> change;
  private final Pair<Schema> schemas;

  InTheWay(Pair<SchemaObject> change, Pair<Schema> schemas) {
    this.change = change;
    this.schemas = schemas;
  }

  boolean is(SchemaObject dependant) {
    if (change.from() instanceof Column from && change.to() instanceof Column to) {
      var column = new Pair<>(from, to);
      return ColumnRenderer.retyped(column) && ofColumn(column, dependant);
    }
    if (change.from() instanceof Table from && change.to() instanceof Table to) {
      return dependant.parent().filter(to.id()::equals).isPresent()
          && Joining.wouldBeAttached(new Pair<>(from, to), dependant, schemas.to());
    }
    if (TypeChanges.swaps(change, schemas)) {
      return ofType(dependant)
          || (dependant instanceof Column column && Joining.isPartitionKey(column, schemas.from()));
    }
    return change.from() instanceof Domain from
        && change.to() instanceof Domain to
        && dependant instanceof Comment comment
        && DomainRenderer.remakes(new Pair<>(from, to), comment.subject());
  }

  /** Constraints and indexes are rebuilt by the server, as long as their operators still exist. */
  private static boolean ofColumn(Pair<Column> column, SchemaObject dependant) {
    var type = column.map(Column::type);
    if (dependant instanceof Default) {
      return !PostgresTypes.sameBase(type);
    }
    if (dependant instanceof ForeignKey
        || dependant instanceof CheckConstraint
        || dependant instanceof ExclusionConstraint
        || dependant instanceof Index
        || dependant.id().kind() == ObjectKind.STATISTICS) {
      return !PostgresTypes.comparable(type);
    }
    return readsColumns(dependant);
  }

  /**
   * An expression that names the type itself would go on naming the old one. What is said of the
   * type and of those that stand on it is said again of the new ones.
   */
  private boolean ofType(SchemaObject dependant) {
    var group = SwapGroup.of(change.from().id(), schemas.from());
    var saysOfType = dependant instanceof Comment && group.isNamedBy(dependant);
    if (saysOfType || dependant.parent().filter(group.members()::contains).isPresent()) {
      return true;
    }
    if (dependant instanceof Default
        || dependant instanceof ForeignKey
        || dependant instanceof ExclusionConstraint
        || readsColumns(dependant)) {
      return true;
    }
    if (dependant instanceof CheckConstraint
        || dependant instanceof Index
        || dependant instanceof Key
        || dependant.id().kind() == ObjectKind.STATISTICS) {
      return group.meetsInText() || group.isNamedBy(dependant);
    }
    if (dependant instanceof Routine || dependant instanceof Aggregate) {
      return group.isNamedBy(dependant);
    }
    return dependant instanceof Definition
        && !group.members().contains(dependant.id())
        && group.isNamedBy(dependant);
  }

  private static boolean readsColumns(SchemaObject dependant) {
    return dependant instanceof View
        || dependant instanceof MaterializedView
        || dependant instanceof Rule
        || dependant instanceof Trigger
        || dependant.id().kind() == ObjectKind.POLICY
        || (dependant instanceof Definition publication && PublicationRenderer.filters(publication))
        || (dependant instanceof Column column && column.generated().isPresent())
        || (dependant instanceof Routine routine && routine.body().isEmpty());
  }
}
