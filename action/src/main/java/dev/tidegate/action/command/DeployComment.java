package dev.tidegate.action.command;

import dev.tidegate.action.command.Promise.OfPull;
import dev.tidegate.action.comment.CommentText;
import dev.tidegate.action.comment.PostedComment;
import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.comment.Verdict;
import dev.tidegate.action.github.Comment;
import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.runner.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The pull request's comment while a deploy runs. There is none where the review made none, and a
 * comment that cannot be written changes nothing about the deploy. A dry run reads it only.
 */
final class DeployComment {
  private final Step step;
  private final Optional<OfPull> pull;
  private final Optional<Verdict> before;
  private final boolean isDryRun;
  private Optional<Problem> failure = Optional.empty();

  DeployComment(Step step, Promise promise) {
    this.step = step;
    this.pull =
        promise
            .pull()
            .filter(it -> it.posted().isPresent())
            .filter(it -> !step.input(InputName.COMMENT).equals(Optional.of("never")));
    this.before = promise.posted().flatMap(PostedComment::verdict);
    this.isDryRun = DeployCommand.isDryRun(step);
  }

  /** Sets the output that names its page. */
  void tellAddress() {
    pull.flatMap(OfPull::comment)
        .ifPresent(comment -> step.outputs().set(OutputName.COMMENT_URL, comment.url()));
  }

  /** Shows this instead of what it shows; what was promised stays. */
  void put(ReviewComment model) {
    pull.ifPresent(it -> put(it, model, List.of()));
  }

  /** The same, unless the comment tells already that the plan was applied. */
  void putUnlessApplied(ReviewComment model) {
    pull.ifPresent(it -> put(it, model, List.of(Verdict.APPLIED)));
  }

  /**
   * The same, unless another run has meanwhile applied the plan and said so: its word on the
   * database is the better one.
   */
  void putUnlessOvertaken(ReviewComment model) {
    var overtaken =
        model.verdict() != Verdict.APPLIED && !before.equals(Optional.of(Verdict.APPLIED))
            ? List.of(Verdict.APPLIED)
            : List.<Verdict>of();
    pull.ifPresent(it -> put(it, model, overtaken));
  }

  private void put(OfPull at, ReviewComment model, List<Verdict> staying) {
    if (isDryRun) {
      return;
    }
    try {
      var now = at.sticky().find();
      if (now.flatMap(DeployComment::verdict).filter(staying::contains).isPresent()) {
        return;
      }
      var body = CommentText.keeping(at.posted().orElseThrow(), model);
      at.sticky().replace(now.orElse(at.comment().orElseThrow()), body);
      failure = Optional.empty();
    } catch (GitHubFailure e) {
      failed(GitHubProblems.of(e));
    }
  }

  private static Optional<Verdict> verdict(Comment comment) {
    return PostedComment.parse(comment.body()).flatMap(PostedComment::verdict);
  }

  private void failed(Problem problem) {
    failure = Optional.of(problem);
    step.console()
        .annotate(
            List.of(
                new Annotation(
                    Annotation.Level.WARNING,
                    Optional.empty(),
                    OptionalInt.empty(),
                    "the comment was not updated",
                    problem.text())));
  }

  /**
   * Fails the step where the comment could not be written and {@code on-comment-failure} says so.
   *
   * @param state what is true of the database then
   */
  void refuseIfFailed(String state) {
    if (failure.isPresent()
        && step.input(InputName.ON_COMMENT_FAILURE).equals(Optional.of("fail"))) {
      throw failure.get().withState(state).exception();
    }
  }
}
