package dev.tidegate.action.command;

import dev.tidegate.action.command.Promise.OfPull;
import dev.tidegate.action.comment.PostedComment;
import dev.tidegate.action.github.Comment;
import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.github.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether somebody approved the pull request after its comment showed the plan: {@code approval:
 * review}.
 */
record ReviewCheck(Step step, OfPull pull) {
  private static final Set<String> TRUSTED = Set.of("OWNER", "MEMBER", "COLLABORATOR");
  private static final Set<String> DECISIONS = Set.of("APPROVED", "CHANGES_REQUESTED", "DISMISSED");

  /**
   * Refuses where nobody did, or could.
   *
   * @throws dev.tidegate.action.problem.ActionException TG-5305, TG-5311
   */
  void refuseUnlessApproved(int pending) {
    var comment = pull.comment().orElseThrow();
    var posted = pull.posted().orElseThrow();
    var unseen = posted.notShown(posted.count()).size();
    if (unseen > 0) {
      throw DeployProblems.notShown(pull, unseen, posted.count()).exception();
    }
    var head = pull.request().head().commit();
    if (!posted.headCommit().equals(head)) {
      throw DeployProblems.notReviewed(
              pull,
              List.of(
                  "the comment is about commit " + posted.headCommit() + ", merged was " + head))
          .exception();
    }
    var reasons = reasons(shownSince(comment, posted));
    if (!reasons.isEmpty()) {
      throw DeployProblems.notReviewed(pull, reasons).exception();
    }
  }

  /** Never before the comment was there, whatever its marker says. */
  private static Instant shownSince(Comment comment, PostedComment posted) {
    var since = posted.since().orElse(comment.updatedAt());
    return since.isBefore(comment.createdAt()) ? comment.createdAt() : since;
  }

  /** Why none of the reviews counts; none where one does. */
  private List<String> reasons(Instant shown) {
    var last = new LinkedHashMap<String, Review>();
    for (var review : reviews()) {
      if (DECISIONS.contains(review.state())) {
        last.put(review.author().login(), review);
      }
    }
    var reasons = new ArrayList<String>();
    for (var review : last.values()) {
      var reason = objection(review, shown);
      if (reason.isEmpty()) {
        return List.of();
      }
      reasons.add(review.author().login() + ": " + reason.get());
    }
    return reasons.isEmpty() ? List.of("nobody has approved it") : reasons;
  }

  private List<Review> reviews() {
    try {
      return step.gitHub().orElseThrow().pullRequests().reviews(pull.request().number());
    } catch (GitHubFailure e) {
      throw GitHubProblems.of(e).withState(DeployProblems.NOTHING_CHANGED).exception();
    }
  }

  private Optional<String> objection(Review review, Instant shown) {
    var head = pull.request().head().commit();
    var given = review.submittedAt().orElse(Instant.MIN);
    if (!review.state().equals("APPROVED")) {
      return Optional.of(
          review.state().equals("DISMISSED") ? "the review was dismissed" : "asked for changes");
    }
    if (review.author().login().equals(pull.request().author().login())) {
      return Optional.of("is the author of the pull request");
    }
    if (review.author().equals(pull.author())) {
      return Optional.of("is the account that writes the comment");
    }
    if (!TRUSTED.contains(review.association())) {
      return Optional.of("is neither owner, member nor collaborator: " + review.association());
    }
    if (!review.commit().equals(Optional.of(head))) {
      return Optional.of("approved another commit, " + review.commit().orElse("an unknown one"));
    }
    if (given.isBefore(shown)) {
      return Optional.of(
          "approved at " + given + ", before the comment showed this plan at " + shown);
    }
    return Optional.empty();
  }
}
