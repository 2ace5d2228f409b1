package dev.tidegate.plan;

import dev.tidegate.schema.ObjectId;
import java.util.Optional;

/**
 * Harm that a step can do.
 *
 * @param type what kind of harm
 * @param object to what
 * @param message what happens, one sentence without a full stop
 * @param brief whether it is over in a moment, however large the table: a lock that is taken for a
 *     change of the catalogue alone
 * @param probe a query that changes nothing and gives one number: how many live rows, values or
 *     groups it is about. It is asked before the plan runs, so it names things as {@code from} does
 * @param culprits a query that gives the primary keys, as one text each, of up to five of the rows
 *     that make the step fail; only where each row that the probe counts does so for certain
 */
public record Hazard(
    HazardType type,
    ObjectId object,
    String message,
    boolean brief,
    Optional<String> probe,
    Optional<String> culprits) {

  /** Harm that takes as long as the data is large, without a probe. */
  public Hazard(HazardType type, ObjectId object, String message) {
    this(type, object, message, false, Optional.empty(), Optional.empty());
  }

  /** The same harm, over in a moment. */
  public Hazard asBrief() {
    return new Hazard(type, object, message, true, probe, culprits);
  }

  /** The same harm with the query that counts what it is about. */
  public Hazard probedBy(String sql) {
    return new Hazard(type, object, message, brief, Optional.of(sql), Optional.empty());
  }

  /** The same harm with the query that gives the keys of what it counts. */
  public Hazard causedBy(String sql) {
    return new Hazard(type, object, message, brief, probe, Optional.of(sql));
  }

  /** The same harm in other words. */
  public Hazard saying(String words) {
    return new Hazard(type, object, words, brief, probe, culprits);
  }

  /** The same harm to the same object under another name. */
  public Hazard about(ObjectId name) {
    return new Hazard(type, name, message, brief, probe, culprits);
  }

  /** Type and object as approvals name them: {@code drop-column:public.users.legacy}. */
  public String approval() {
    return type.word() + ":" + object.display();
  }
}
