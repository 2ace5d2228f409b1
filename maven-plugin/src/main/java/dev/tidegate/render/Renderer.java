package dev.tidegate.render;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Strategy;
import dev.tidegate.schema.Schema;
import java.util.List;

/** Says plans in the SQL of one dialect. Total: the planner hands it nothing that it cannot say. */
public interface Renderer {

  /**
   * The plan's statements in order, with the hazards of their steps.
   *
   * @param schemas that the plan leads between: some statements name what else uses an object
   * @param strategy how tables in use are treated; a dialect that knows only one way passes over it
   */
  List<Statement> render(Plan plan, Pair<Schema> schemas, Strategy strategy);

  /** What of the strategy the plan's statements leave out, and why: a sentence each. */
  default List<String> notes(Plan plan, Pair<Schema> schemas, Strategy strategy) {
    return List.of();
  }

  /** The statements as a script that a person reads and Flyway runs, each ending in a semicolon. */
  String script(List<Statement> statements);
}
