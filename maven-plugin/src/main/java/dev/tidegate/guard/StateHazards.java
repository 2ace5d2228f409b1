package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a plan that leads from one state to another would risk. A migration that somebody wrote may
 * go another way: what it locks is measured, and what it drops is told by identity, so that only
 * what follows from the states themselves is taken from here.
 */
final class StateHazards {
  private static final Set<HazardType> OF_STATES =
      EnumSet.of(
          HazardType.MAY_FAIL_ON_DATA,
          HazardType.NARROW_TYPE,
          HazardType.BREAKS_READERS,
          HazardType.TABLE_REWRITE,
          HazardType.PRIVILEGE);

  private StateHazards() {}

  /** In the order of the steps; none where nobody can say in which steps one gets there. */
  static List<Hazard> of(Dialect dialect, Pair<Schema> schemas) {
    try {
      return dialect.plan(schemas).steps().stream()
          .flatMap(planned -> planned.hazards().stream())
          .filter(hazard -> OF_STATES.contains(hazard.type()))
          .distinct()
          .toList();
    } catch (TidegateException | IllegalStateException noPlan) {
      // The migration has shown that there is a way; that Tidegate knows none must not stop it.
      return List.of();
    }
  }
}
