package dev.tidegate.action.command;

import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;

/** Words what GitHub did not do. */
final class GitHubProblems {
  private GitHubProblems() {}

  /** Why a call came to nothing, and what may help. */
  static Problem of(GitHubFailure failure) {
    return switch (failure.kind()) {
      case LIMITED, UNAVAILABLE, UNREACHABLE -> notReached(failure);
      case UNAUTHORIZED ->
          refused(failure).withHint("give the input github-token a token that is valid");
      case FORBIDDEN, NOT_FOUND ->
          refused(failure)
              .withHint(
                  "permissions: { contents: read, pull-requests: write } in the workflow's job");
      default -> refused(failure);
    };
  }

  private static Problem refused(GitHubFailure failure) {
    return Problem.of(
            ProblemCode.GITHUB_REFUSED, "GitHub did not let the action " + failure.operation())
        .withDetail(String.valueOf(failure.getMessage()));
  }

  private static Problem notReached(GitHubFailure failure) {
    return Problem.of(
            ProblemCode.GITHUB_NOT_REACHED, "GitHub could not be asked to " + failure.operation())
        .withDetail(String.valueOf(failure.getMessage()))
        .withHint("run the job again; https://www.githubstatus.com tells of incidents");
  }
}
