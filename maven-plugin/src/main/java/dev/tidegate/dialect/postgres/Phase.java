package dev.tidegate.dialect.postgres;

import dev.tidegate.render.Stage;
import java.util.List;

/**
 * What statements of an online script have in common that may share a file. A script goes through
 * the phases in this order, once or several times.
 */
enum Phase {
  /** Takes strong locks, and lets go of them at once. */
  CHANGE(true, "changes for which nobody waits long, unless a hazard says so", ""),
  /** A DO block that commits for itself, or what else Flyway does not know to need it so. */
  LOOSE(
      false,
      "work in small steps, while rows are read and written",
      "each step commits by itself, so that no lock is held for long"),
  /** CONCURRENTLY. Flyway does not take these and those of LOOSE in one file. */
  BUILD(
      false,
      "builds and drops indexes, while rows are read and written",
      "PostgreSQL refuses CONCURRENTLY in a transaction"),
  /** Reads whole tables under locks that keep no reader and no writer waiting. */
  CHECK(
      true,
      "checks the rows that are there, while rows are read and written",
      "in the transaction of the change its strong lock would be held as long as this takes");

  private final boolean transactional;
  private final String purpose;
  private final String reason;

  Phase(boolean transactional, String purpose, String reason) {
    this.transactional = transactional;
    this.purpose = purpose;
    this.reason = reason;
  }

  /** The stage of a position: a round through the phases, and a phase. */
  static Stage stage(int position) {
    var phase = values()[position % values().length];
    return new Stage(position, phase.transactional, phase.purpose, phase.reason);
  }

  /** The first position of this phase that is not before the other. */
  int from(int position) {
    var count = values().length;
    var round = position / count + (position % count > place() ? 1 : 0);
    return round * count + place();
  }

  /** The last position of this phase that is not after the other. */
  int upTo(int position) {
    var count = values().length;
    return Math.max(place(), position - Math.floorMod(position - place(), count));
  }

  private int place() {
    return List.of(values()).indexOf(this);
  }
}
