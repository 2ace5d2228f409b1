package dev.tidegate.action.command;

import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.json.UnexpectedJson;
import dev.tidegate.action.problem.ActionException;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Words whatever may stop a step. */
public final class StepProblems {
  private static final int FRAMES = 12;

  private StepProblems() {}

  /** The problem that was thrown, or one that tells of what was. */
  public static Problem of(Throwable thrown) {
    if (thrown instanceof ActionException said) {
      return said.problem();
    }
    if (thrown instanceof GitHubFailure failure) {
      return GitHubProblems.of(failure);
    }
    if (thrown instanceof UnexpectedJson) {
      return Problem.of(ProblemCode.REPORT_NOT_UNDERSTOOD, "a report is not as expected")
          .withDetail(String.valueOf(thrown.getMessage()))
          .withHint("use the version of the plugin that the action brings");
    }
    return ofBug(thrown);
  }

  private static Problem ofBug(Throwable thrown) {
    var frames =
        Arrays.stream(thrown.getStackTrace())
            .limit(FRAMES)
            .map(frame -> "at " + frame)
            .collect(Collectors.joining("\n"));
    return Problem.of(ProblemCode.INTERNAL, "the action stopped by a bug of its own")
        .withDetail(thrown + "\n" + frames)
        .withState("not known; see what the lines above say was done")
        .withHint("report it with this log: https://github.com/tidegate/tidegate/issues");
  }
}
