package dev.tidegate.action.command;

import dev.tidegate.action.command.Agreement.Kind;
import dev.tidegate.action.comment.CommentText;
import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.comment.Verdict;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.DeployFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a deploy shows of itself: outputs, the job's summary, the comment. */
final class DeployPage {
  /** A summary has room for more than a comment; the rest is in the report. */
  private static final int SUMMARY = 200_000;

  private final Step step;
  private final DeployModel models;
  private final DeployComment comment;
  private final DeployOutputs outputs;
  private Optional<DeployGoals.Outcome> plan = Optional.empty();
  private Optional<DeployGoals.Outcome> done = Optional.empty();
  private Optional<Agreement> agreed = Optional.empty();

  DeployPage(Step step, Promise promise) {
    this.step = step;
    this.models = new DeployModel(step, promise);
    this.comment = new DeployComment(step, promise);
    this.outputs = new DeployOutputs(step);
  }

  /** What would run is known. */
  void planned(DeployGoals.Outcome outcome) {
    plan = Optional.of(outcome);
    outputs.planned(outcome);
    comment.tellAddress();
  }

  /** The hash by which the plan is applied; nothing where no plan was made. */
  Optional<String> planHash() {
    return plan.map(it -> it.facts().planHash()).filter(hash -> !hash.isEmpty());
  }

  /** It was a dry run, and all was well. */
  void looked(Agreement agreement) {
    agreement.planHash().ifPresent(outputs::planHash);
    summary(model(Verdict.READY, Optional.empty(), notes(agreement)));
  }

  /** It begins; with {@code on-comment-failure: fail} not before the comment says so. */
  void begun(Agreement agreement) {
    agreed = Optional.of(agreement);
    if (agreement.kind() != Kind.NOTHING_PENDING) {
      comment.put(model(Verdict.APPLYING, Optional.empty(), notes(agreement)));
      comment.refuseIfFailed(DeployProblems.NOTHING_CHANGED);
    }
  }

  /** It ran. */
  void ended(DeployGoals.Outcome outcome) {
    done = Optional.of(outcome);
    outputs.applied(outcome);
  }

  /** It did not begin. */
  void refused(Problem problem) {
    publish(model(Verdict.DEPLOY_REFUSED, Optional.of(problem), List.of()));
  }

  /** It began and failed. */
  void failed(Problem problem) {
    publish(model(Verdict.DEPLOY_FAILED, Optional.of(problem), List.of()));
  }

  /** All is applied, by this run or another one. */
  void deployed(Agreement agreement) {
    agreement.planHash().ifPresent(outputs::planHash);
    var applied = done.stream().anyMatch(DeployOutputs::appliedAny);
    var notes = new ArrayList<>(notes(agreement));
    if (!applied) {
      notes.add("Nothing was left to apply for this run: another one had applied it.");
    }
    var model = model(Verdict.APPLIED, Optional.empty(), notes);
    if (applied) {
      publish(model);
    } else {
      unchanged(agreement, model);
    }
    comment.refuseIfFailed("the migrations are applied");
  }

  private void unchanged(Agreement agreement, ReviewComment model) {
    summary(applied(agreement) ? model : models.quiet(facts(plan)));
    if (applied(agreement)) {
      comment.putUnlessApplied(model);
    }
  }

  /** Whether there was something to apply that somebody has applied. */
  private boolean applied(Agreement agreement) {
    return agreement.kind() != Kind.NOTHING_PENDING || models.isApplied(agreement);
  }

  private void publish(ReviewComment model) {
    summary(model);
    comment.putUnlessOvertaken(model);
  }

  private ReviewComment model(Verdict verdict, Optional<Problem> problem, List<String> notes) {
    return models.of(
        new DeployModel.Moment(verdict, facts(plan), facts(done), agreed, problem, notes));
  }

  private static Optional<DeployFacts> facts(Optional<DeployGoals.Outcome> outcome) {
    return outcome.map(DeployGoals.Outcome::facts);
  }

  private List<String> notes(Agreement agreement) {
    return Stream.concat(agreement.notes().stream(), models.notes().stream()).toList();
  }

  private void summary(ReviewComment model) {
    WholeSql.tell(step, model);
    SummaryPage.add(step, CommentText.of(model, SUMMARY));
  }
}
