package dev.tidegate.plan;

import dev.tidegate.schema.ObjectId;

/**
 * Harm that a step can do.
 *
 * @param type what kind of harm
 * @param object to what
 * @param message what happens, one sentence without a full stop
 */
public record Hazard(HazardType type, ObjectId object, String message) {

  /** Type and object as approvals name them: {@code drop-column:public.users.legacy}. */
  public String approval() {
    return type.word() + ":" + object.display();
  }
}
