package dev.tidegate.render;

import dev.tidegate.plan.Hazard;
import dev.tidegate.schema.ObjectId;
import java.util.List;

/**
 * One SQL statement, with its cause.
 *
 * @param sql without the semicolon at its end
 * @param object what it is about
 * @param hazards what it can do
 * @param transactional whether it may run inside a transaction
 */
public record Statement(String sql, ObjectId object, List<Hazard> hazards, boolean transactional) {
  public Statement {
    hazards = List.copyOf(hazards);
  }
}
