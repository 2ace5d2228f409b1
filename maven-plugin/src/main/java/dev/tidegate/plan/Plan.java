package dev.tidegate.plan;

import java.util.List;

/**
 * Steps in an order that runs.
 *
 * @param steps in order, each with the harm that it can do
 * @param bodiesUnchecked whether some routine is created before something that its body names, so
 *     that the database must not check bodies while the plan runs
 */
public record Plan(List<Planned> steps, boolean bodiesUnchecked) {
  public Plan {
    steps = List.copyOf(steps);
  }

  /** A step with its hazards. */
  public record Planned(Step step, List<Hazard> hazards) {
    public Planned {
      hazards = List.copyOf(hazards);
    }
  }
}
