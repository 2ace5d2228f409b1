package dev.tidegate.plan;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Makes of changes a plan that runs. */
public final class Planner {
  private final PlanRules rules;

  /** A planner that asks these rules. */
  public Planner(PlanRules rules) {
    this.rules = rules;
  }

  /** The steps that make of {@code schemas.from} what {@code schemas.to} is. */
  public Plan plan(Pair<Schema> schemas, List<Change> changes) {
    var steps = new ArrayList<Plan.Planned>();
    for (var change : changes) {
      if (change instanceof Change.Add add && rules.createdWithParent(add.object())) {
        var step = new Step.Create(add.object(), List.of());
        steps.add(new Plan.Planned(step, rules.hazards(step, schemas)));
      }
    }
    return new Plan(steps, schemas.to().objects().isEmpty());
  }
}
