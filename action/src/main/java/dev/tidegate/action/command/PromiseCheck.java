package dev.tidegate.action.command;

import dev.tidegate.action.command.Agreement.Kind;
import dev.tidegate.action.command.Promise.OfPull;
import dev.tidegate.action.comment.PostedComment;
import dev.tidegate.action.comment.ReviewComment.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what would run is what was promised; else it is refused, with the difference. */
final class PromiseCheck {
  private final Step step;
  private final ApprovalMode mode;
  private final Promise promise;
  private final DeployGoals goals;

  PromiseCheck(Step step, ApprovalMode mode, Promise promise, DeployGoals goals) {
    this.step = step;
    this.mode = mode;
    this.promise = promise;
    this.goals = goals;
  }

  /**
   * In which way the plan is as promised.
   *
   * @throws dev.tidegate.action.problem.ActionException TG-5301 to TG-5312 if it is not
   */
  Agreement agree(DeployGoals.Outcome plan) {
    if (plan.fleet().isPresent()) {
      return ofMany();
    }
    var model = new PlanModel(plan.facts(), step.secrets()::mask);
    if (model.pending().isEmpty()) {
      return nothingPending(model);
    }
    promoted(model, plan);
    if (mode == ApprovalMode.NONE) {
      return notAsked(model);
    }
    if (isLetThrough()) {
      return notAsked(model)
          .noting(
              "GitHub named no pull request for this commit, so it was compared with no comment");
    }
    var agreement = shown(model, plan, ofPull());
    if (mode == ApprovalMode.REVIEW) {
      new EditCheck(step, ofPull()).refuseIfEdited();
      new ReviewCheck(step, ofPull()).refuseUnlessApproved(model.statements().size());
    }
    return agreement;
  }

  private Agreement ofMany() {
    if (mode != ApprovalMode.NONE) {
      throw DeployProblems.ofMany(mode).exception();
    }
    return Agreement.of(Kind.NOT_ASKED, step.input(InputName.PLAN_HASH));
  }

  /** The plan that was applied before keeps its name, so that a run done again can promote it. */
  private Agreement nothingPending(PlanModel model) {
    var applied =
        promise
            .posted()
            .filter(posted -> posted.count() > 0)
            .flatMap(PostedComment::planHash)
            .filter(hash -> isDone(model, hash));
    return Agreement.of(Kind.NOTHING_PENDING, applied.or(model::hash));
  }

  private boolean isDone(PlanModel model, String hash) {
    return model.hash().equals(Optional.of(hash)) || goals.isRestOf(hash);
  }

  private void promoted(PlanModel model, DeployGoals.Outcome plan) {
    var wanted = step.input(InputName.PLAN_HASH);
    if (wanted.isPresent() && !isNamed(model, wanted.get())) {
      throw DeployProblems.notPromoted(wanted.get(), model, plan.facts().drift()).exception();
    }
  }

  private boolean isNamed(PlanModel model, String hash) {
    return model.hash().filter(hash::equalsIgnoreCase).isPresent() || goals.isRestOf(hash);
  }

  private boolean isLetThrough() {
    return promise.pull().isEmpty()
        && step.input(InputName.ON_DIRECT_PUSH).equals(Optional.of("deploy"));
  }

  /** Where a comment shows the plan though nobody asked for that, it may tell how it went. */
  private Agreement notAsked(PlanModel model) {
    var posted = promise.posted().filter(it -> it.count() > 0);
    if (posted.isEmpty()) {
      return Agreement.of(Kind.NOT_ASKED, model.hash());
    }
    return posted.get().planHash().equals(model.hash()) && shows(posted.get(), model)
        ? Agreement.of(Kind.AS_SHOWN, model.hash())
        : Agreement.of(Kind.NOT_ASKED, model.hash())
            .noting(
                "what is deployed is not the SQL that this comment shows; its files are named above");
  }

  private OfPull ofPull() {
    return promise
        .pull()
        .orElseThrow(() -> DeployProblems.noPullRequest(promise.commit()).exception());
  }

  private Agreement shown(PlanModel model, DeployGoals.Outcome plan, OfPull pull) {
    if (pull.comment().isEmpty() && !pull.forged().isEmpty()) {
      throw DeployProblems.forged(pull).exception();
    }
    var posted =
        pull.posted()
            .orElseThrow(
                () ->
                    DeployProblems.noComment(pull, CommentSubject.of(step).key(), model)
                        .exception());
    if (!posted.isIntact()) {
      throw DeployProblems.edited(pull, posted.difference(model.statements())).exception();
    }
    var unseen = posted.notShown(posted.count()).size();
    if (isOfFork(posted) && unseen > 0) {
      throw DeployProblems.notShownByFork(pull, unseen, posted.count()).exception();
    }
    return compared(model, plan, pull, posted);
  }

  private Agreement compared(
      PlanModel model, DeployGoals.Outcome plan, OfPull pull, PostedComment posted) {
    var promised = posted.planHash();
    if (promised.isPresent() && promised.equals(model.hash())) {
      if (!shows(posted, model)) {
        throw DeployProblems.edited(pull, posted.difference(model.statements())).exception();
      }
      return noting(Agreement.of(Kind.AS_SHOWN, promised), posted, model);
    }
    var isLast = showsLast(posted, model);
    if (isLast && plan.facts().problem().isPresent()) {
      throw plan.facts().problem().get().exception();
    }
    if (isLast && promised.isPresent() && goals.isRestOf(promised.get())) {
      return noting(Agreement.of(Kind.REST, promised), posted, model);
    }
    throw DeployProblems.planDiffers(pull, model, difference(model, plan, posted)).exception();
  }

  private List<String> difference(PlanModel model, DeployGoals.Outcome plan, PostedComment posted) {
    var lines = new ArrayList<>(posted.difference(model.statements()));
    var unseen = posted.notShown(posted.count()).size();
    if (!lines.isEmpty() && unseen > 0) {
      lines.add("(" + unseen + " statements had no room in the comment; + may be one of them)");
    }
    lines.addAll(
        MovedGround.lines(lines.isEmpty(), posted.since(), plan.facts().drift(), goals.status()));
    return lines;
  }

  private static Agreement noting(Agreement agreement, PostedComment posted, PlanModel model) {
    var noted = agreement;
    var unseen = posted.notShown(posted.count()).size();
    if (unseen > 0) {
      noted =
          noted.noting(
              unseen
                  + " of "
                  + posted.count()
                  + " statements had no room in the comment; the plan hash covers them");
    }
    if (isMasked(posted, model)) {
      noted =
          noted.noting(
              "*** in the SQL stands for secrets that the review knew; the plan hash covers them");
    }
    if (isOfFork(posted)) {
      noted =
          noted.noting(
              "a run without secrets had computed the comment; its SQL is what runs, all else in it"
                  + " was computed anew");
    }
    return noted;
  }

  private static boolean isOfFork(PostedComment posted) {
    return posted.run().startsWith(ReviewArtifacts.WITHOUT_SECRETS);
  }

  private static boolean isMasked(PostedComment posted, PlanModel model) {
    return !posted.shows(model.statements())
        && !posted.shows(plain(model))
        && posted.showsMasked(plain(model));
  }

  /** A review knows other secrets than a deploy, and masks what it knows. */
  private static boolean shows(PostedComment posted, PlanModel model) {
    return posted.shows(model.statements())
        || posted.shows(plain(model))
        || posted.showsMasked(plain(model));
  }

  private static boolean showsLast(PostedComment posted, PlanModel model) {
    return posted.showsLast(model.statements())
        || posted.showsLast(plain(model))
        || posted.showsLastMasked(plain(model));
  }

  private static List<Statement> plain(PlanModel model) {
    return new PlanModel(model.facts(), text -> text).statements();
  }
}
