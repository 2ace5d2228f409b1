package dev.tidegate.action.command;

import dev.tidegate.action.comment.DriftFinding;
import dev.tidegate.action.comment.DriftIssue;
import dev.tidegate.action.comment.DriftIssue.Kept;
import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.github.Issue;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.runner.Annotation;
import dev.tidegate.action.runner.Annotation.Level;
import dev.tidegate.action.runner.Event;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of the issue on drift.
 *
 * @param sentence for the job's page, with the issue's address apart; empty for nothing to say
 * @param address page of the issue
 * @param failure why the step fails, where that is wanted when GitHub takes no issue
 */
record DriftReport(String sentence, Optional<String> address, Optional<Problem> failure) {
  private static final DriftReport SILENT = new DriftReport("", Optional.empty(), Optional.empty());

  /** Makes the issue say what was found, where the step keeps one. */
  static DriftReport keep(Step step, DriftFinding finding) {
    if (!step.inputs().flag(InputName.DRIFT_ISSUE.word(), /* otherwise= */ true)
        || step.event().map(DriftReport::isOfAPullRequest).orElse(true)) {
      return SILENT;
    }
    return step.gitHub()
        .map(api -> keep(step, api, finding))
        .orElseGet(() -> finding.isTrouble() ? of("No issue is kept: no token is given.") : SILENT);
  }

  /** Its files are not what the database was deployed from. */
  private static boolean isOfAPullRequest(Event event) {
    return event instanceof Event.PullRequest || event instanceof Event.MergeGroup;
  }

  private static DriftReport keep(Step step, GitHub api, DriftFinding finding) {
    try {
      var kept =
          new DriftIssue(api.issues(), api.comments(), CommentAuthor.of(step, api)).keep(finding);
      var report = of(kept);
      if (!report.sentence().isEmpty()) {
        step.console().print(report.sentence() + report.address().map(at -> " " + at).orElse(""));
      }
      return report;
    } catch (GitHubFailure e) {
      return refused(step, finding, e);
    }
  }

  private static DriftReport of(Kept kept) {
    var sentence =
        switch (kept.step()) {
          case NONE, NOT_TOUCHED -> "";
          case OPENED -> "An issue was opened.";
          case KEPT -> "The issue says so already.";
          case UPDATED -> "The issue was updated.";
          case REOPENED -> "The issue was closed, and is open again.";
          case LEFT_CLOSED -> "The issue was closed as not planned, and stays so.";
          case CLOSED -> "The issue was closed.";
          case OF_ANOTHER ->
              "No issue is kept beside the one there; "
                  + CommentAuthor.hint(kept.issue().orElseThrow().author())
                  + ".";
          case UNLABELLED ->
              "No issue is kept: the token may not set the label " + DriftIssue.LABEL + ".";
        };
    return new DriftReport(sentence, kept.issue().map(Issue::url), Optional.empty());
  }

  private static DriftReport refused(Step step, DriftFinding finding, GitHubFailure failure) {
    var problem = GitHubProblems.of(failure);
    if (failure.kind() == GitHubFailure.Kind.FORBIDDEN
        || failure.kind() == GitHubFailure.Kind.NOT_FOUND) {
      problem = problem.withHint("permissions: { contents: read, issues: write } in the job");
    }
    var report = of("The issue on drift could not be kept: " + failure.getMessage());
    if (step.input(InputName.ON_COMMENT_FAILURE).filter("fail"::equals).isPresent()) {
      return new DriftReport(report.sentence(), Optional.empty(), Optional.of(problem));
    }
    if (finding.isTrouble()) {
      step.console().annotate(List.of(warning(problem)));
    }
    step.console().print(problem.text());
    return report;
  }

  private static Annotation warning(Problem problem) {
    return new Annotation(
        Level.WARNING,
        Optional.empty(),
        OptionalInt.empty(),
        problem.code() + " no issue on drift",
        problem.text());
  }

  private static DriftReport of(String sentence) {
    return new DriftReport(sentence, Optional.empty(), Optional.empty());
  }
}
