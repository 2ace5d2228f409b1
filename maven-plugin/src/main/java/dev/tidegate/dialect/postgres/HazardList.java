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

  /** Adds a hazard with the query that counts what it is about, once. */
  HazardList add(HazardType type, ObjectId object, String message, String probe) {
    var hazard = new Hazard(type, object, message).probedBy(probe);
    if (!hazards.contains(hazard)) {
      hazards.add(hazard);
    }
    return this;
  }

  List<Hazard> list() {
    return List.copyOf(hazards);
  }
}
