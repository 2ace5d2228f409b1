package dev.tidegate.action.command;

import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.comment.ReviewComment.Hazard;
import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Proposal;
import dev.tidegate.action.comment.ReviewComment.Rollback;
import dev.tidegate.action.comment.ReviewComment.Standing;
import dev.tidegate.action.comment.ReviewComment.Statement;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.DeployFacts;
import dev.tidegate.action.report.DiffFacts;
import dev.tidegate.action.report.DiffFacts.ChangeFact;
import dev.tidegate.action.report.HazardFact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Puts a comment together from what a review found. */
final class ReviewModel {
  private final Step step;
  private final Reviewed reviewed;
  private final ReviewJudgement judgement;
  private final Optional<PlanModel> plan;

  private ReviewModel(Step step, Reviewed reviewed, ReviewJudgement judgement) {
    this.step = step;
    this.reviewed = reviewed;
    this.judgement = judgement;
    this.plan = judgement.facts().deploy().map(facts -> new PlanModel(facts, step.secrets()::mask));
  }

  /** The comment, without secrets; {@code notes} come after those of the goals. */
  static ReviewComment of(
      Step step, Reviewed reviewed, ReviewJudgement judgement, List<String> notes) {
    var comment = new ReviewModel(step, reviewed, judgement).comment(notes);
    return MaskedComment.of(comment, step);
  }

  private ReviewComment comment(List<String> notes) {
    return new ReviewComment(
        CommentSubject.of(step),
        judgement.verdict(),
        plan.filter(it -> !it.statements().isEmpty())
            .map(PlanModel::plan)
            .orElseGet(() -> new Plan(Optional.empty(), List.of())),
        proposal(),
        hazards(),
        plan.map(PlanModel::pending).orElse(List.of()),
        judgement.drift(),
        rollback(),
        judgement.trouble().or(judgement::approvalNeeded).map(ReviewModel::trouble),
        Optional.empty(),
        notes(notes),
        RunOrigin.of(step.environment(), reviewed.head()));
  }

  private Optional<Proposal> proposal() {
    return Optional.of(judgement.changes())
        .filter(changes -> !changes.isEmpty())
        .map(
            changes ->
                new Proposal(
                    changes.stream()
                        .map(it -> new Statement("", PlanModel.ended(it.sql())))
                        .toList(),
                    judgement.command()));
  }

  /** Those of the plan, then those of what no migration holds, numbered on. */
  private List<Hazard> hazards() {
    var hazards = new ArrayList<>(plan.map(PlanModel::hazards).orElse(List.of()));
    var number = plan.map(it -> it.statements().size()).orElse(0);
    for (var change : judgement.changes()) {
      number++;
      hazards.addAll(hazards(number, change));
    }
    return hazards;
  }

  private static List<Hazard> hazards(int number, ChangeFact change) {
    return change.hazards().stream()
        .filter(HazardFact::matters)
        .map(
            it ->
                new Hazard(
                    number,
                    it.type(),
                    it.object(),
                    it.destroysData() ? Standing.NOT_APPROVED : Standing.REPORTED,
                    it.lock().orElse(""),
                    "",
                    it.advice()))
        .toList();
  }

  private Optional<Rollback> rollback() {
    // of two plans the way back of one alone leads nowhere
    return judgement.hasStatements()
        ? plan.flatMap(PlanModel::rollback)
        : judgement.facts().diff().flatMap(DiffFacts::rollback).map(ReviewModel::rollback);
  }

  private static Rollback rollback(DeployFacts.RollbackFact way) {
    return new Rollback(
        way.scripts().stream().map(sql -> new Statement("", sql)).toList(), way.lost());
  }

  /** As a comment shows it: code and fact, then the rest. */
  static Trouble trouble(Problem problem) {
    return new Trouble(
        problem.code() + " " + problem.summary(),
        problem.detail(),
        problem.state().orElse(""),
        problem.hint().orElse(""));
  }

  private List<String> notes(List<String> more) {
    var facts = judgement.facts();
    var notes = new LinkedHashSet<String>();
    // of a plan that holds nothing there is nothing to know
    facts
        .deploy()
        .filter(it -> judgement.hasStatements())
        .ifPresent(it -> notes.addAll(it.notes()));
    facts
        .diff()
        .ifPresent(
            it -> {
              notes.addAll(it.questions());
              notes.addAll(it.notes());
            });
    if (judgement.isWithoutSchema()) {
      notes.add("no declared schema was found, so that only the migrations were reviewed");
    }
    notes.addAll(facts.notes());
    notes.addAll(more);
    return List.copyOf(notes);
  }
}
