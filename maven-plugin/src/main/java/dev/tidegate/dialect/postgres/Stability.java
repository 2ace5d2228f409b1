package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Comment;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a plan leaves as it is, so that an old and a new object may stand on it side by side. */
final class Stability {
  private final Surroundings surroundings;
  private final Pair<Schema> schemas;
  private final Map<ObjectId, Set<ObjectId>> dependants;
  private final Set<ObjectId> withDefault = new HashSet<>();
  private final Set<ObjectId> disturbed = new HashSet<>();

  Stability(Plan plan, Surroundings surroundings) {
    this.surroundings = surroundings;
    this.schemas = surroundings.schemas();
    this.dependants = schemas.from().dependants();
    for (var table : schemas.from().all(Table.class)) {
      table
          .partition()
          .filter(place -> place.bound().equals("DEFAULT"))
          .ifPresent(place -> withDefault.add(place.parent()));
    }
    for (var planned : plan.steps()) {
      if (planned.step() instanceof Step.Alter alter && disturbs(alter.change().object())) {
        disturbed.add(alter.id());
        if (TypeChanges.swaps(alter.change().object(), schemas)) {
          SwapGroup.of(alter.id(), schemas.from()).columns().forEach(it -> disturbed.add(it.id()));
        }
      }
    }
  }

  /**
   * Whether a table, or what else holds rows, is there before, after and all the time between, in
   * the place that it has among partitions.
   */
  boolean keeps(ObjectId table) {
    return surroundings.keeps(table) && !moves(table);
  }

  /** Whether the table is no partition before and one afterwards, so that it is free at first. */
  boolean joins(ObjectId table) {
    return surroundings.isAttached(table)
        && schemas.from().find(table).stream()
            .allMatch(it -> it instanceof Table found && found.partition().isEmpty());
  }

  /** Whether the table, or one that it is a partition of, is attached while the plan runs. */
  private boolean moves(ObjectId id) {
    return surroundings.moves(id)
        || schemas.to().find(id).filter(Table.class::isInstance).map(Table.class::cast).stream()
            .flatMap(table -> table.partition().stream())
            .anyMatch(place -> moves(place.parent()));
  }

  /** Whether the table is, or is to be, a partitioned one. */
  boolean isPartitioned(ObjectId table) {
    return isPartitioned(schemas.from(), table) || isPartitioned(schemas.to(), table);
  }

  /** What of {@code from} needs this directly. */
  Set<ObjectId> dependants(ObjectId id) {
    return dependants.getOrDefault(id, Set.of());
  }

  /** Whether the plan changes the object so that what stands on it may differ. */
  boolean isDisturbed(ObjectId id) {
    return disturbed.contains(id);
  }

  /** Whether the table of {@code from} has a default partition. */
  boolean hasDefaultPartition(ObjectId table) {
    return withDefault.contains(table);
  }

  /** Whether row level security can hide rows of the table from its owner, who fills columns. */
  boolean hidesRows(ObjectId table) {
    return Stream.of(schemas.from(), schemas.to())
        .flatMap(schema -> schema.find(table).stream())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .anyMatch(it -> PostgresOptions.on(it.options(), PostgresOptions.FORCE_ROW_SECURITY));
  }

  /** Whether nothing that the object of {@code from} stands on is dropped or changed. */
  boolean stands(ObjectId id) {
    return schemas.from().dependenciesOf(id).stream()
        .noneMatch(it -> surroundings.drops(it) || disturbed.contains(it));
  }

  /** Whether anything but its comment needs the object of {@code from}. */
  boolean isNeeded(ObjectId id) {
    return dependants.getOrDefault(id, Set.of()).stream()
        .anyMatch(it -> !schemas.from().find(it).filter(Comment.class::isInstance).isPresent());
  }

  private static boolean disturbs(Pair<SchemaObject> change) {
    return (change.from() instanceof Column from && change.to() instanceof Column to)
        ? ColumnRenderer.retyped(new Pair<>(from, to))
        : !(change.to() instanceof Table);
  }

  private static boolean isPartitioned(Schema schema, ObjectId table) {
    return schema
        .find(table)
        .filter(it -> it instanceof Table found && found.partitionKey().isPresent())
        .isPresent();
  }
}
