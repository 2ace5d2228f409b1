package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Plan;
import java.util.List;
import java.util.Optional;

/** One way to make a change of a table in use without keeping readers or writers waiting. */
interface Technique {

  /**
   * The step in this way; empty where this technique is not for it.
   *
   * @param direct the statements of the direct form
   */
  Optional<Said> say(Plan.Planned planned, List<String> direct);
}
