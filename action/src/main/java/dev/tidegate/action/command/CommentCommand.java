package dev.tidegate.action.command;

import dev.tidegate.action.comment.CommentText;
import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.github.PullRequest;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import dev.tidegate.action.runner.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts what a review without secrets has left behind, in a {@code workflow_run} workflow whose
 * token may write. The files were made by code that a stranger may have written: the pull request
 * is the one whose head the triggering run was about, as GitHub says it; the rest is only shown.
 */
final class CommentCommand implements ActionCommand {

  @Override
  public void run(Step step) {
    var event = event(step);
    var gitHub = gitHub(step);
    try {
      var reviews = new ReviewArtifacts(gitHub, event, step).read();
      if (reviews.isEmpty()) {
        step.console()
            .print(
                "nothing to post: run %d has left no artifact tidegate-review"
                    .formatted(event.run()));
      }
      post(step, gitHub, event, reviews);
    } catch (GitHubFailure e) {
      throw GitHubProblems.of(e).exception();
    }
  }

  private static Event.WorkflowRun event(Step step) {
    if (step.event().orElse(null) instanceof Event.WorkflowRun run
        && run.event().startsWith("pull_request")
        && !run.event().equals("pull_request_target")) {
      return run;
    }
    throw Problem.of(
            ProblemCode.EVENT_NOT_HANDLED,
            "command comment answers to the end of a workflow that a pull request started")
        .withHint("on: { workflow_run: { workflows: [NAME OF THE REVIEW], types: [completed] } }")
        .exception();
  }

  private static GitHub gitHub(Step step) {
    return step.gitHub()
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.INPUT_INVALID, "an input is wrong")
                    .withDetail("input github-token is not given")
                    .withHint("github-token: ${{ github.token }}")
                    .exception());
  }

  private static void post(
      Step step, GitHub gitHub, Event.WorkflowRun event, List<ReviewFile> reviews) {
    var refused = new ArrayList<String>();
    for (var review : reviews) {
      var pull = pull(gitHub, event, review, refused);
      if (pull.isPresent()) {
        post(step, gitHub, pull.get(), review.comment());
      }
    }
    if (!refused.isEmpty()) {
      throw ReviewArtifacts.refused(event.run(), refused).exception();
    }
  }

  /**
   * The pull request that the file names, if it is one that the triggering run was about. One whose
   * branch has moved on is left to the run of its new head.
   */
  private static Optional<PullRequest> pull(
      GitHub gitHub, Event.WorkflowRun event, ReviewFile review, List<String> refused) {
    var number = review.pullRequest();
    if (number.isEmpty()) {
      refused.add("the review names no pull request");
      return Optional.empty();
    }
    try {
      var pull = gitHub.pullRequests().get(number.getAsLong());
      var head = pull.head();
      var isOfRun =
          event.headRepository().isPresent()
              && head.repository().equals(event.headRepository())
              && event.headBranch().filter(head.branch()::equals).isPresent();
      if (isOfRun) {
        return Optional.of(pull);
      }
    } catch (GitHubFailure e) {
      if (e.kind() != GitHubFailure.Kind.NOT_FOUND) {
        throw e;
      }
    }
    refused.add(
        "pull request %d is not the one that run %d was about"
            .formatted(number.getAsLong(), event.run()));
    return Optional.empty();
  }

  private static void post(Step step, GitHub gitHub, PullRequest pull, ReviewComment comment) {
    var masked = MaskedComment.of(comment, step);
    var posted = new Posting(step, gitHub, pull.number()).postOfOthers(masked, pull);
    posted.comment().ifPresent(it -> step.outputs().set(OutputName.COMMENT_URL, it.url()));
    if (!posted.why().isEmpty()) {
      step.console().print("no comment: " + posted.why());
    }
    summarize(step, masked);
  }

  private static void summarize(Step step, ReviewComment comment) {
    if (step.summary().isPresent()) {
      try {
        step.summary().get().add(CommentText.of(comment));
      } catch (IOException e) {
        step.console().print("the job summary could not be written: " + e);
      }
    }
  }
}
