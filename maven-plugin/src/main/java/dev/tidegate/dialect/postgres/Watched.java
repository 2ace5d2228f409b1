package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.render.Cost;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a statement did to relations that were there before its plan. Not safe for several threads.
 */
final class Watched {
  private final SortedMap<ObjectId, PostgresLocks> taken = new TreeMap<>();
  private final SortedMap<ObjectId, PostgresLocks> held = new TreeMap<>();
  private final SortedMap<ObjectId, PostgresLocks> rewritten = new TreeMap<>();
  private final SortedMap<ObjectId, PostgresLocks> read = new TreeMap<>();

  /** It took this lock, and its transaction did not have it before. */
  Watched took(ObjectId relation, PostgresLocks lock) {
    if (lock != PostgresLocks.ACCESS_SHARE) {
      taken.put(relation, lock);
    }
    return this;
  }

  /** A statement before it took this lock, and its transaction has it still. */
  Watched holds(ObjectId relation, PostgresLocks lock) {
    held.put(relation, lock);
    return this;
  }

  /** Whether rows are read or written while its transaction holds its locks. */
  boolean takesTime() {
    return !rewritten.isEmpty() || !read.isEmpty();
  }

  /** It wrote all rows anew. */
  Watched rewrote(ObjectId relation, PostgresLocks under) {
    rewritten.put(relation, under);
    return this;
  }

  /** It read all rows. */
  Watched read(ObjectId relation, PostgresLocks under) {
    read.put(relation, under);
    return this;
  }

  /** The statement with all this. */
  Statement of(Statement statement, boolean measured) {
    var locks =
        taken.entrySet().stream()
            .map(lock -> new Cost.Lock(lock.getKey(), lock.getValue().label()))
            .toList();
    var cost =
        new Cost(measured, locks, List.copyOf(rewritten.keySet()), List.copyOf(read.keySet()));
    return statement.costing(cost, hazards());
  }

  /**
   * A lock is held for as long as rows are read or written, of whatever table, and whether this
   * statement took it or one before; where none are, it is there for the catalogue's sake, and
   * brief.
   */
  private List<Hazard> hazards() {
    var hazards = new ArrayList<Hazard>();
    rewritten.forEach(
        (table, under) -> {
          hazards.add(new Hazard(HazardType.TABLE_REWRITE, table, "writes the whole table anew"));
          blocks(table, under, " while it holds ").ifPresent(hazards::add);
        });
    read.forEach(
        (table, under) -> {
          if (!rewritten.containsKey(table) && isWorthSaying(under)) {
            var message = "reads the whole table under " + under.label();
            hazards.add(new Hazard(HazardType.FULL_SCAN, table, message));
            blocks(table, under, " while it holds ").ifPresent(hazards::add);
          }
        });
    taken.forEach(
        (relation, lock) -> {
          if (!takesTime()) {
            blocks(relation, lock, " for a moment, no row is touched under ")
                .map(Hazard::asBrief)
                .ifPresent(hazards::add);
          } else if (!rewritten.containsKey(relation) && !read.containsKey(relation)) {
            blocks(relation, lock, " while it holds ").ifPresent(hazards::add);
          }
        });
    if (takesTime()) {
      held.forEach(
          (relation, lock) -> {
            if (!rewritten.containsKey(relation)
                && !read.containsKey(relation)
                && !taken.containsKey(relation)) {
              blocks(relation, lock, " meanwhile, a statement before took ")
                  .ifPresent(hazards::add);
            }
          });
    }
    return hazards;
  }

  /** Reading as every reader does is no harm. */
  private static boolean isWorthSaying(PostgresLocks under) {
    return under.compareTo(PostgresLocks.SHARE_UPDATE_EXCLUSIVE) >= 0;
  }

  private static Optional<Hazard> blocks(ObjectId table, PostgresLocks lock, String how) {
    return lock.hazard()
        .map(
            type -> {
              var who =
                  type == HazardType.BLOCKS_READS ? "readers and writers wait" : "writers wait";
              return new Hazard(type, table, who + how + lock.label());
            });
  }
}
