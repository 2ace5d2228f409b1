package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.plan.Plan;
import java.util.List;

/**
 * At which statement of an online form the harm of its step is done. What statements lock and read
 * is measured.
 */
final class OnlineHazards {
  private OnlineHazards() {}

  /** What the step does whatever the rows are. */
  static List<Hazard> lasting(Plan.Planned planned) {
    return planned.hazards().stream().filter(it -> !isOfRows(it)).toList();
  }

  /** What the step does when it meets rows. */
  static List<Hazard> ofRows(Plan.Planned planned) {
    return planned.hazards().stream().filter(OnlineHazards::isOfRows).toList();
  }

  private static boolean isOfRows(Hazard hazard) {
    return hazard.type() == HazardType.MAY_FAIL_ON_DATA;
  }
}
