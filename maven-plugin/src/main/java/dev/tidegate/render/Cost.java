package dev.tidegate.render;

import dev.tidegate.schema.ObjectId;
import java.util.List;

/**
 * What a statement costs those who use the database meanwhile. Relations that the plan itself
 * creates are left out: nobody uses them yet.
 *
 * @param measured whether a server was watched while it ran the statement; otherwise it is what is
 *     known of such statements
 * @param locks those that it takes and its transaction did not hold before, the strongest on each
 *     relation; those that every reader takes are left out
 * @param rewrites tables and materialized views whose rows are all written anew
 * @param scans tables whose rows are all read
 */
public record Cost(
    boolean measured, List<Lock> locks, List<ObjectId> rewrites, List<ObjectId> scans) {

  /** Nothing is known. */
  public static final Cost UNKNOWN = new Cost(false, List.of(), List.of(), List.of());

  /** Watched, and found to touch nothing that was there before. */
  public static final Cost NOTHING = new Cost(true, List.of(), List.of(), List.of());

  public Cost {
    locks = List.copyOf(locks);
    rewrites = List.copyOf(rewrites);
    scans = List.copyOf(scans);
  }

  /** A lock; the mode as the database's manual writes it: {@code ACCESS EXCLUSIVE}. */
  public record Lock(ObjectId relation, String mode) {}
}
