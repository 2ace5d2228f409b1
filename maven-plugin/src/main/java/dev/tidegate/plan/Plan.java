package dev.tidegate.plan;

import java.util.List;

/**
 * Steps in an order that runs.
 *
 * @param steps in order
 * @param bodiesUnchecked whether some routine is created before something that its body names, so
 *     that the database must not check bodies while the plan runs
 */
public record Plan(List<Step> steps, boolean bodiesUnchecked) {
  public Plan {
    steps = List.copyOf(steps);
  }
}
