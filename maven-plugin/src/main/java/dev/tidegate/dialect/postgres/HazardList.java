package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Adds something that fails on rows, with the query for the keys of those rows if any. */
  HazardList mayFail(ObjectId object, String message, String probe, Optional<String> culprits) {
    var hazard = new Hazard(HazardType.MAY_FAIL_ON_DATA, object, message).probedBy(probe);
    var known = culprits.map(hazard::causedBy).orElse(hazard);
    if (!hazards.contains(known)) {
      hazards.add(known);
    }
    return this;
  }

  List<Hazard> list() {
    return List.copyOf(hazards);
  }
}
