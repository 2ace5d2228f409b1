package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Indexes built and dropped CONCURRENTLY. One that changes is built beside the old one under
 * another name, and takes its place in one transaction, so that queries and uniqueness never go
 * without, also when the builds stop halfway and run again.
 *
 * <p>A build that failed leaves an invalid index, which IF NOT EXISTS would take for a good one. So
 * what has the name is dropped first, and the file can simply run again.
 * https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
 */
final class ConcurrentIndex implements Technique {
  private final Surroundings surroundings;
  private final Stability stability;
  private final SpareNames names;
  private final IndexRenderer indexes;

  ConcurrentIndex(Surroundings surroundings, Stability stability, SpareNames names) {
    this.surroundings = surroundings;
    this.stability = stability;
    this.names = names;
    this.indexes = new IndexRenderer(surroundings);
  }

  @Override
  public Optional<Said> say(Plan.Planned planned, List<String> direct) {
    if (planned.step() instanceof Step.Create create
        && create.object() instanceof Index index
        && (stability.keeps(index.table())
            || (stability.joins(index.table()) && index.partOf().isPresent()))
        && !direct.isEmpty()) {
      return create(planned, index, direct);
    }
    if (planned.step() instanceof Step.Drop drop
        && drop.object() instanceof Index index
        && stability.keeps(index.table())
        && !stability.isPartitioned(index.table())
        && !direct.isEmpty()) {
      return drop.replaced() ? Optional.empty() : drop(planned, index);
    }
    return Optional.empty();
  }

  private Optional<Said> create(Plan.Planned planned, Index index, List<String> direct) {
    if (stability.isPartitioned(index.table())) {
      // ON ONLY makes no more than the entry to which the partitions' indexes are attached.
      return surroundings.hasPartitions(index.table())
          ? Optional.of(Said.in(Said.stretch(Phase.CHANGE, OnlineHazards.lasting(planned), direct)))
          : Optional.empty();
    }
    var statement = indexes.createIndex(index);
    if (!direct.get(0).equals(statement)) {
      return Optional.empty();
    }
    var rest = direct.subList(1, direct.size());
    if (isSwapped(index.id())) {
      return Optional.of(replace(planned, index, rest));
    }
    var build = build(OnlineHazards.ofRows(planned), index.id(), statement);
    return Optional.of(
        rest.isEmpty()
            ? Said.in(build)
            : Said.in(build, Said.stretch(Phase.CHANGE, List.of(), rest)).waiting());
  }

  private Said replace(Plan.Planned planned, Index index, List<String> rest) {
    var spare = names.index(index.id().qualifier(), index.id().name(), "_new");
    var beside =
        new Index(
            spare,
            index.table(),
            index.method(),
            index.unique(),
            index.keys(),
            index.included(),
            index.where(),
            index.partOf(),
            index.options());
    var build = build(OnlineHazards.ofRows(planned), spare, indexes.createIndex(beside));
    var then = new ArrayList<String>();
    then.add(sql("ALTER INDEX").name(spare).words("RENAME TO").name(index.id().name()).sql());
    then.addAll(rest);
    return Said.in(build, Said.stretch(Phase.CHANGE, List.of(), then)).swapping();
  }

  private Optional<Said> drop(Plan.Planned planned, Index index) {
    if (index.partOf().isPresent() || !stability.stands(index.id())) {
      return Optional.empty();
    }
    return Optional.of(
        Said.in(
            Said.stretch(
                Phase.BUILD, OnlineHazards.lasting(planned), List.of(dropIfThere(index.id())))));
  }

  /** The index under a name that is free, or that a failed attempt has taken. */
  static Said.Stretch build(List<Hazard> hazards, ObjectId index, String createIndex) {
    var concurrently = createIndex.replaceFirst(" INDEX ", " INDEX CONCURRENTLY ");
    return new Said.Stretch(
        Phase.BUILD,
        List.of(new Said.Line(dropIfThere(index)), new Said.Line(concurrently, hazards)));
  }

  static String dropIfThere(ObjectId index) {
    return sql("DROP INDEX CONCURRENTLY IF EXISTS").name(index).sql();
  }

  /** Whether the old and the new index can be there at the same time. */
  private boolean isSwapped(ObjectId id) {
    if (!surroundings.drops(id) || !stability.stands(id)) {
      return false;
    }
    return surroundings.schemas().from().find(id).stream()
        .allMatch(it -> it instanceof Index old && isPlain(old));
  }

  private static boolean isPlain(Index index) {
    return index.partOf().isEmpty()
        && Set.of(PostgresOptions.CLUSTERED, PostgresOptions.REPLICA_IDENTITY).stream()
            .noneMatch(mark -> PostgresOptions.on(index.options(), mark));
  }
}
