package dev.tidegate.render;

import dev.tidegate.plan.Hazard;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;

/**
 * One SQL statement, with its cause.
 *
 * @param sql without the semicolon at its end
 * @param object what it is about
 * @param hazards what it can do
 * @param stage with which others it runs
 * @param cost what it locks, writes anew and reads; unknown before the plan is proved
 */
public record Statement(String sql, ObjectId object, List<Hazard> hazards, Stage stage, Cost cost) {
  public Statement {
    hazards = List.copyOf(hazards);
  }

  /** A statement that has not run yet. */
  public Statement(String sql, ObjectId object, List<Hazard> hazards, Stage stage) {
    this(sql, object, hazards, stage, Cost.UNKNOWN);
  }

  /** A statement of a script that runs in one transaction. */
  public Statement(String sql, ObjectId object, List<Hazard> hazards) {
    this(sql, object, hazards, Stage.WHOLE);
  }

  /** Whether it runs inside a transaction. */
  public boolean transactional() {
    return stage.transactional();
  }

  /** This statement after it ran, with the hazards that come of what it did. */
  public Statement costing(Cost known, List<Hazard> ofCost) {
    var all = new ArrayList<>(hazards);
    ofCost.stream().filter(hazard -> !all.contains(hazard)).forEach(all::add);
    return new Statement(sql, object, all, stage, known);
  }
}
