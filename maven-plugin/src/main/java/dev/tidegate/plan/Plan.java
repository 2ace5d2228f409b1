package dev.tidegate.plan;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

  /**
   * A step with its hazards.
   *
   * @param after the steps that it must not come before, by their place in the plan
   */
  public record Planned(Step step, List<Hazard> hazards, Set<Integer> after) {
    public Planned {
      hazards = List.copyOf(hazards);
      after = Collections.unmodifiableSet(new TreeSet<>(after));
    }

    /** A step that may come anywhere. */
    public Planned(Step step, List<Hazard> hazards) {
      this(step, hazards, Set.of());
    }
  }
}
