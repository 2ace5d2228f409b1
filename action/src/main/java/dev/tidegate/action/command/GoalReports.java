package dev.tidegate.action.command;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.json.UnexpectedJson;
import dev.tidegate.action.maven.GoalRun;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import java.util.function.Function;

/** What the goals of a run reported. */
final class GoalReports {
  private GoalReports() {}

  /**
   * The report of a goal that has to have one.
   *
   * @throws dev.tidegate.action.problem.ActionException if it did not come to write one, with the
   *     reason; TG-5107 if the report is not one
   */
  static <T> T read(GoalRun run, String goal, Function<Json, T> reader) {
    var report = run.report(goal).orElseThrow(() -> missing(run, goal).exception());
    try {
      return reader.apply(report);
    } catch (UnexpectedJson | ArithmeticException e) {
      throw Problem.of(ProblemCode.REPORT_NOT_UNDERSTOOD, "report of " + goal + " not understood")
          .withDetail(String.valueOf(e.getMessage()))
          .exception();
    }
  }

  /** Sets the output that names their directory, from the workspace's root where it lies there. */
  static void tellFolder(Step step, GoalRun run) {
    var folder = run.folder().toAbsolutePath().normalize();
    var workspace = step.workspace().toAbsolutePath().normalize();
    var shown = folder.startsWith(workspace) ? workspace.relativize(folder) : folder;
    step.outputs().set(OutputName.REPORT, shown.toString().replace('\\', '/'));
  }

  private static Problem missing(GoalRun run, String goal) {
    return run.failure()
        .orElseGet(
            () ->
                Problem.of(ProblemCode.GOAL_NOT_RUN, "goal " + goal + " did not run")
                    .withDetail("Maven ended with exit code " + run.exit() + " and no report")
                    .withHint("read Maven's own words above"));
  }
}
