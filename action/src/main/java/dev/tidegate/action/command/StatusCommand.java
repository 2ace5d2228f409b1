package dev.tidegate.action.command;

import dev.tidegate.action.comment.DriftFinding;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import dev.tidegate.action.maven.GoalRun;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import dev.tidegate.action.report.StatusFacts;
import dev.tidegate.action.runner.Secrets;
import java.util.Optional;

/** Says how a database stands to its migrations, and keeps an issue while something is wrong. */
final class StatusCommand implements ActionCommand {
  @Override
  public void run(Step step) {
    var run = step.goals().run(GoalInputs.of(step, "status"));
    GoalReports.tellFolder(step, run);
    var facts = GoalReports.read(run, "status", StatusFacts::read);
    report(step, facts);
    var issue = DriftReport.keep(step, finding(step, facts));
    SummaryPage.add(step, StatusSummary.of(CommentSubject.of(step), facts, issue));
    failure(step, run, facts).or(issue::failure).ifPresent(StatusCommand::fail);
  }

  private static void report(Step step, StatusFacts facts) {
    if (facts.isComplete()) {
      step.outputs().set(OutputName.CHANGES, String.valueOf(facts.pending() > 0));
      if (facts.allDriftChecked() || !facts.allDrift().isEmpty()) {
        step.outputs().set(OutputName.DRIFT, String.valueOf(!facts.allDrift().isEmpty()));
      }
    }
  }

  private static DriftFinding finding(Step step, StatusFacts facts) {
    var secrets = step.secrets();
    return new DriftFinding(
        CommentSubject.of(step),
        facts.allDrift().stream().map(secrets::mask).toList(),
        facts.isComplete() && facts.allDriftChecked(),
        facts.obstacle().map(WithoutRows::of).map(problem -> trouble(problem, secrets)),
        RunOrigin.of(step.environment(), ""));
  }

  private static Trouble trouble(Problem problem, Secrets secrets) {
    return new Trouble(
        secrets.mask(problem.code() + " " + problem.summary()),
        problem.detail().stream().map(secrets::mask).toList(),
        secrets.mask(problem.state().orElse("")),
        secrets.mask(problem.hint().orElse("")));
  }

  private static Optional<Problem> failure(Step step, GoalRun run, StatusFacts facts) {
    if (facts.problem().isPresent()) {
      return facts.problem();
    }
    if (run.failure().isPresent()) {
      return run.failure();
    }
    if (!FailOn.words(step.inputs()).contains("drift")) {
      return Optional.empty();
    }
    if (!facts.allDrift().isEmpty()) {
      return Optional.of(drifted(facts));
    }
    return facts.allDriftChecked() ? Optional.empty() : Optional.of(unchecked(facts));
  }

  private static Problem drifted(StatusFacts facts) {
    return Problem.of(ProblemCode.DRIFT_NOT_WANTED, "the database is not what its migrations build")
        .withDetail(facts.allDrift())
        .withState("nothing was changed")
        .withHint(ReviewProblems.ADOPT_OR_UNDO);
  }

  /** Who wants to fail on drift is not told that there is none when nobody looked. */
  private static Problem unchecked(StatusFacts facts) {
    return Problem.of(ProblemCode.DRIFT_NOT_WANTED, "drift could not be checked")
        .withDetail(
            facts.notes().stream().filter(note -> note.startsWith("drift was not")).toList())
        .withState("nothing was changed");
  }

  private static void fail(Problem problem) {
    throw problem.exception();
  }
}
