package dev.tidegate.action.command;

import dev.tidegate.action.comment.ReviewComment.Origin;
import java.time.Instant;
import java.util.Map;

/** The run that this process belongs to, as GitHub names it. */
final class RunOrigin {
  private RunOrigin() {}

  /** This run, about that commit; run and address are empty where GitHub is not around. */
  static Origin of(Map<String, String> environment, String headCommit) {
    var run = environment.getOrDefault("GITHUB_RUN_ID", "");
    if (run.isEmpty()) {
      return new Origin(headCommit, "", "", Instant.now());
    }
    return new Origin(
        headCommit,
        page(environment, run),
        run + "-" + environment.getOrDefault("GITHUB_RUN_ATTEMPT", "1"),
        Instant.now());
  }

  /** Page of a run of this repository. */
  static String page(Map<String, String> environment, String run) {
    return environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com")
        + "/"
        + environment.getOrDefault("GITHUB_REPOSITORY", "")
        + "/actions/runs/"
        + run;
  }
}
