package dev.tidegate.action.command;

import dev.tidegate.action.problem.Problem;
import java.util.Set;

/**
 * What to do about a problem of the goals where changes come by pull requests: the goals' own hints
 * are for somebody at a terminal, and a deploy by hand would go round the promise.
 */
final class PullRequestHints {
  /** The review that can show what is merged and not applied. */
  static final String WITH_DATABASE =
      "a pull request of this repository whose review has probe-url or url";

  private static final Set<String> HISTORY = Set.of("TG-2101", "TG-2102");
  private static final String ROLLED_BACK = "correct the file and run `mvn tidegate:deploy` again";
  private static final String TERMINAL = "`?mvn tidegate:deploy`?(?! -D)";

  private PullRequestHints() {}

  /** Of a deploy that failed. */
  static Problem ofDeploy(Problem problem) {
    var hint = problem.hint().orElse("");
    if (hint.equals(ROLLED_BACK)) {
      return problem.withHint(
          "correct the file in "
              + WITH_DATABASE
              + " (one without takes it for deployed), and merge that; where the rows are wrong, not"
              + " the file: mend them and run this job again");
    }
    var here =
        hint.replaceAll("run " + TERMINAL + " again", "run this job again")
            .replaceAll(TERMINAL + " goes on", "this job, run again, goes on")
            .replaceAll(TERMINAL, "run this job again");
    if (problem.code().equals("TG-2104")) {
      here += "\na statement that has to be corrected: in " + WITH_DATABASE;
    }
    return here.isEmpty() ? problem : problem.withHint(here);
  }

  /**
   * Of a review that takes the base branch's migrations for deployed, without knowing whether a
   * deploy has applied them.
   */
  static Problem ofReviewWithoutDatabase(Problem problem) {
    return HISTORY.contains(problem.code())
        ? problem
            .withDetail("this review has no database: it takes what is merged for applied")
            .withHint(
                "where it is applied: restore the file and put the change into a new migration\n"
                    + "where it is not, as its deploy failed: give this review probe-url, the URL of"
                    + " a role that only reads")
        : problem;
  }
}
