package dev.tidegate.plan;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Schema;
import java.util.List;

/**
 * Makes of changes a plan that runs: {@link Selection} finds what has to be dropped, created,
 * altered and rebuilt, {@link Assembly} puts it into steps and into an order that {@link
 * DependencyGraph} derives from what both states say depends on what.
 */
public final class Planner {
  private final PlanRules rules;

  /** A planner that asks these rules. */
  public Planner(PlanRules rules) {
    this.rules = rules;
  }

  /** The steps that make of {@code schemas.from} what {@code schemas.to} is. */
  public Plan plan(Pair<Schema> schemas, List<Change> changes) {
    return new Assembly(rules, schemas, new Selection(rules, schemas, changes)).plan();
  }
}
