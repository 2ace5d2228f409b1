package dev.tidegate.report;

import dev.tidegate.problem.Problem;
import java.util.Optional;

/** What a goal did or found. A record: {@link JsonFormat} writes its components. */
public interface Report {

  /** The goal: {@code diff}, {@code deploy}, {@code status} or {@code copy}. */
  String goal();

  /** For a terminal or a build log; several lines, none of them longer than it has to be. */
  String text();

  /** For a comment or a job summary. */
  String markdown();

  /**
   * Why the goal fails although it has something to report: states that differ where they must not,
   * a hazard that nobody approved. The report is shown and written first, then the build fails.
   */
  default Optional<Problem> problem() {
    return Optional.empty();
  }
}
