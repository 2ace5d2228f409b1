package dev.tidegate.action.command;

import dev.tidegate.action.comment.PostedComment;
import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.comment.ReviewComment.AppliedFile;
import dev.tidegate.action.comment.ReviewComment.Deployment;
import dev.tidegate.action.comment.ReviewComment.Hazard;
import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.RowCount;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import dev.tidegate.action.comment.Verdict;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.DeployFacts;
import dev.tidegate.action.report.DeployFacts.RowsFact;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the model of the comment and the summary out of what is known at a moment. */
final class DeployModel {
  private final Step step;
  private final Promise promise;
  private final String begun = Times.minute(Instant.now());

  DeployModel(Step step, Promise promise) {
    this.step = step;
    this.promise = promise;
  }

  /**
   * A moment of a deploy.
   *
   * @param verdict what it comes to
   * @param plan report of the dry run
   * @param done report of the run
   * @param agreement how the plan is what the comment shows; nothing where it is not
   * @param problem why it ended
   * @param notes anything else
   */
  record Moment(
      Verdict verdict,
      Optional<DeployFacts> plan,
      Optional<DeployFacts> done,
      Optional<Agreement> agreement,
      Optional<Problem> problem,
      List<String> notes) {}

  /** The model, without secrets. */
  ReviewComment of(Moment moment) {
    var planned = moment.plan().map(this::model);
    var deployed = moment.verdict() == Verdict.APPLIED;
    return MaskedComment.of(
        new ReviewComment(
            CommentSubject.of(step),
            moment.verdict(),
            planned.map(PlanModel::plan).orElse(new Plan(Optional.empty(), List.of())),
            Optional.empty(),
            planned.map(it -> hazards(it, moment)).orElse(List.of()),
            deployed ? List.of() : planned.map(PlanModel::pending).orElse(List.of()),
            moment.done().or(moment::plan).map(DeployFacts::drift).orElse(List.of()),
            planned.flatMap(PlanModel::rollback),
            moment.problem().map(WithoutRows::of).map(DeployModel::trouble),
            isBegun(moment.verdict()) ? Optional.of(deployment(moment)) : Optional.empty(),
            moment.notes(),
            RunOrigin.of(step.environment(), promise.commit().hash())),
        step);
  }

  /** The model of a deploy that had nothing to do. */
  ReviewComment quiet(Optional<DeployFacts> plan) {
    return of(
        new Moment(
            Verdict.NO_CHANGE,
            plan,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  /** What a reader should know of approvals that approve nothing. */
  List<String> notes() {
    return promise.approvals().notes();
  }

  /** Whether the plan of the comment is what was applied. */
  boolean isApplied(Agreement agreement) {
    return promise
        .posted()
        .filter(posted -> posted.count() > 0 && posted.planHash().equals(agreement.planHash()))
        .isPresent();
  }

  private static boolean isBegun(Verdict verdict) {
    return verdict == Verdict.APPLYING
        || verdict == Verdict.APPLIED
        || verdict == Verdict.DEPLOY_FAILED;
  }

  private PlanModel model(DeployFacts facts) {
    return new PlanModel(facts, step.secrets()::mask);
  }

  /** By the numbers of the SQL that is shown with them; none where that is other SQL. */
  private List<Hazard> hazards(PlanModel model, Moment moment) {
    var posted = promise.posted();
    if (posted.isEmpty()) {
      return model.hazards();
    }
    if (moment.agreement().filter(Agreement::isAsShown).isEmpty()) {
      return List.of();
    }
    var before = posted.map(PostedComment::count).orElse(0) - model.statements().size();
    return model.hazards().stream().map(it -> moved(it, before)).toList();
  }

  private static Hazard moved(Hazard it, int by) {
    return new Hazard(
        it.statement() + by,
        it.type(),
        it.object(),
        it.standing(),
        it.lock(),
        it.size(),
        it.advice());
  }

  private static Trouble trouble(Problem problem) {
    return new Trouble(
        problem.code() + " " + problem.summary(),
        problem.detail(),
        problem.state().orElse(""),
        problem.hint().orElse(""));
  }

  private Deployment deployment(Moment moment) {
    var facts = moment.done();
    return new Deployment(
        begun,
        facts.map(DeployModel::files).orElse(List.of()),
        facts.map(DeployModel::rows).orElse(List.of()),
        RunOrigin.of(step.environment(), "").runUrl());
  }

  private static List<AppliedFile> files(DeployFacts facts) {
    return facts.scripts().stream()
        .filter(script -> script.applied())
        .map(
            script ->
                new AppliedFile(
                    script.script(), script.statements().size(), script.millis().orElse(0)))
        .toList();
  }

  private static List<RowCount> rows(DeployFacts facts) {
    return facts.rows().stream()
        .map(it -> new RowCount(it.table(), count(it, it.before()), count(it, it.after())))
        .toList();
  }

  private static String count(RowsFact rows, OptionalLong many) {
    return many.isEmpty()
        ? ""
        : String.format(Locale.ROOT, rows.exact() ? "%,d" : "about %,d", many.getAsLong());
  }
}
