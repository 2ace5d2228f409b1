package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;

/** Gathers the hazards of one step. Not safe for several threads. */
final class HazardList {
  private final List<Hazard> hazards = new ArrayList<>();

  /** Adds a hazard, once. */
  HazardList add(HazardType type, ObjectId object, String message) {
    var hazard = new Hazard(type, object, message);
    if (!hazards.contains(hazard)) {
      hazards.add(hazard);
    }
    return this;
  }

  /** The whole table is written anew. */
  HazardList rewrite(ObjectId table) {
    add(HazardType.TABLE_REWRITE, table, "writes the whole table anew");
    return blocks(table, PostgresLocks.ACCESS_EXCLUSIVE);
  }

  /** The whole table is read under a lock. */
  HazardList scan(ObjectId table, PostgresLocks lock) {
    add(HazardType.FULL_SCAN, table, "reads the whole table under " + lock.label());
    return blocks(table, lock);
  }

  List<Hazard> list() {
    return List.copyOf(hazards);
  }

  private HazardList blocks(ObjectId table, PostgresLocks lock) {
    lock.hazard()
        .ifPresent(
            type ->
                add(
                    type,
                    table,
                    (type == HazardType.BLOCKS_READS ? "readers and writers wait" : "writers wait")
                        + " while it holds "
                        + lock.label()));
    return this;
  }
}
