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
  /** DETACH … CONCURRENTLY: what has run cannot run again, so each is a file of its own. */
  DETACH(
      false,
      "detaches a partition, while rows are read and written",
      "PostgreSQL refuses CONCURRENTLY in a transaction\n-- Flyway without Tidegate needs"
          + " flyway.postgresql.transactional.lock=false, or it waits for its own lock forever\n"
          + "-- when it stopped halfway: run ALTER TABLE … DETACH PARTITION … FINALIZE by hand, put"
          + " SELECT 1 in the statement's place, and deploy again"),
  /** CONCURRENTLY. Flyway does not take these and those of LOOSE in one file. */
  BUILD(
      false,
      "builds and drops indexes, while rows are read and written",
      "PostgreSQL refuses CONCURRENTLY in a transaction\n-- Flyway without Tidegate needs"
          + " flyway.postgresql.transactional.lock=false, or it waits for its own lock forever"),
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

  /** Whether the phase of this position puts each statement into a file of its own. */
  static boolean isAlone(int position) {
    return values()[position % values().length] == DETACH;
  }

  /**
   * The stage of a position: a round through the phases, and a phase.
   *
   * @param order that the stage gets
   */
  static Stage stage(int position, int order) {
    var phase = values()[position % values().length];
    return new Stage(order, phase.transactional, phase.purpose, phase.reason);
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
