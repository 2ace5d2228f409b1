package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Partitions that come and go. One that comes has a check of its bound validated first, so that the
 * server need not read it under ACCESS EXCLUSIVE. One that goes is detached CONCURRENTLY, which
 * leaves a check of its own choosing behind unless there is one already.
 * https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION
 */
final class PartitionMoves implements Technique {
  private final Surroundings surroundings;
  private final Stability stability;
  private final SpareNames names;

  PartitionMoves(Surroundings surroundings, Stability stability, SpareNames names) {
    this.surroundings = surroundings;
    this.stability = stability;
    this.names = names;
  }

  @Override
  public Optional<Said> say(Plan.Planned planned, List<String> direct) {
    if (planned.step() instanceof Step.Drop drop && drop.object() instanceof Table table) {
      return table.partition().flatMap(place -> drop(planned, table, place, direct));
    }
    if (planned.step() instanceof Step.Alter alter
        && alter.change().object().from() instanceof Table from
        && alter.change().object().to() instanceof Table to) {
      if (stability.joins(to.id()) && to.partition().isPresent()) {
        return attach(planned, to, to.partition().get(), direct);
      }
      if (from.partition().isPresent() && !surroundings.isPartitionAfter(to.id())) {
        return detach(planned, to, from.partition().get(), direct);
      }
    }
    return Optional.empty();
  }

  private Optional<Said> attach(
      Plan.Planned planned, Table table, Table.Partition place, List<String> direct) {
    var at = direct.indexOf(TableRenderer.attach(table, place));
    var check = check(surroundings.schemas().to(), place);
    if (at < 0 || check.isEmpty() || stability.isPartitioned(table.id())) {
      return Optional.empty();
    }
    var constraint = constraint(table);
    var first = new ArrayList<>(direct.subList(0, at));
    first.add(add(table, constraint, check.get()));
    var last = new ArrayList<>(direct.subList(at, at + 1));
    last.add(drop(table, constraint));
    last.addAll(direct.subList(at + 1, direct.size()));
    return Optional.of(
        Said.in(
            Said.stretch(Phase.CHANGE, OnlineHazards.lasting(planned), first),
            validate(planned, table, constraint),
            Said.stretch(Phase.CHANGE, List.of(), last)));
  }

  private Optional<Said> detach(
      Plan.Planned planned, Table table, Table.Partition place, List<String> direct) {
    var at = direct.indexOf(TableRenderer.detach(table, place));
    var check = check(surroundings.schemas().from(), place);
    if (at != 0 || check.isEmpty() || !isDetachable(place)) {
      return Optional.empty();
    }
    var constraint = constraint(table);
    var last = new ArrayList<String>();
    last.add(drop(table, constraint));
    last.addAll(direct.subList(1, direct.size()));
    return Optional.of(
        Said.in(
            Said.stretch(
                Phase.CHANGE,
                OnlineHazards.lasting(planned),
                List.of(add(table, constraint, check.get()))),
            validate(planned, table, constraint),
            concurrently(table, place),
            Said.stretch(Phase.CHANGE, List.of(), last)));
  }

  private Optional<Said> drop(
      Plan.Planned planned, Table table, Table.Partition place, List<String> direct) {
    if (!isDetachable(place) || direct.contains(TableRenderer.detach(table, place))) {
      return Optional.empty();
    }
    return Optional.of(
        Said.in(concurrently(table, place), Said.stretch(Phase.CHANGE, planned.hazards(), direct)));
  }

  /** A default partition, or a foreign key, would have to be looked through. */
  private boolean isDetachable(Table.Partition place) {
    return stability.keeps(place.parent())
        && !stability.hasDefaultPartition(place.parent())
        && !surroundings.isReferenced(place.parent());
  }

  private static Said.Stretch concurrently(Table table, Table.Partition place) {
    var hazard =
        new Hazard(
            HazardType.NOT_TRANSACTIONAL,
            table.id(),
            "a failure leaves it half detached, which DETACH PARTITION … FINALIZE completes");
    return Said.stretch(
        Phase.DETACH,
        List.of(hazard),
        List.of(TableRenderer.detach(table, place) + " CONCURRENTLY"));
  }

  private static Said.Stretch validate(Plan.Planned planned, Table table, ObjectId constraint) {
    return Said.stretch(
        Phase.CHECK,
        OnlineHazards.ofRows(planned),
        List.of(
            sql("ALTER TABLE")
                .name(table.id())
                .words("VALIDATE CONSTRAINT")
                .name(constraint.name())
                .sql()));
  }

  private ObjectId constraint(Table table) {
    return names.constraint(table.id(), table.id().name(), "_bound");
  }

  private static String add(Table table, ObjectId constraint, String check) {
    return sql("ALTER TABLE")
        .name(table.id())
        .words("ADD CONSTRAINT")
        .name(constraint.name())
        .words("CHECK (" + check + ") NOT VALID")
        .sql();
  }

  private static String drop(Table table, ObjectId constraint) {
    return sql("ALTER TABLE")
        .name(table.id())
        .words("DROP CONSTRAINT")
        .name(constraint.name())
        .sql();
  }

  private static Optional<String> check(Schema schema, Table.Partition place) {
    return schema
        .find(place.parent())
        .filter(Table.class::isInstance)
        .flatMap(parent -> ((Table) parent).partitionKey())
        .flatMap(key -> PartitionBound.condition(key, place.bound()));
  }
}
