package dev.tidegate.action.command;

import dev.tidegate.action.github.ChangedFile;
import dev.tidegate.action.github.Contents;
import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.github.PullRequests;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import dev.tidegate.action.runner.Event;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a review is about.
 *
 * @param kind a pull request, what a merge queue asks about, or the checkout as it is
 * @param pullRequest number of the pull request, also of the last one in a merge group
 * @param head the commit that is reviewed; empty where that is not known
 * @param base the commit that it is to be merged to; nothing where there is none
 * @param branch name of the branch that is reviewed; may be empty
 * @param withoutSecrets whether the run has neither secrets nor a token that may write
 */
record Reviewed(
    Kind kind,
    OptionalLong pullRequest,
    String head,
    Optional<String> base,
    String branch,
    boolean withoutSecrets) {

  /** What there is around the commit. */
  enum Kind {
    PULL_REQUEST,
    MERGE_GROUP,
    CHECKOUT
  }

  /**
   * As the event has it.
   *
   * @return nothing for an event after which there is nothing to review
   * @throws dev.tidegate.action.problem.ActionException TG-5102 for one that a review does not
   *     answer to
   */
  static Optional<Reviewed> of(Step step) {
    return step.event()
        .map(event -> event.accept(new Reader(step)))
        .orElseGet(() -> Optional.of(checkout(step)));
  }

  /** Files that it changes since the base branch, wherever in the repository. */
  List<ChangedFile> changes(GitHub gitHub) {
    if (kind == Kind.PULL_REQUEST) {
      return bounded(
          gitHub.pullRequests().files(pullRequest.orElseThrow()),
          PullRequests.MOST_FILES,
          "the pull request changes 3,000 files or more, and GitHub names no more than that");
    }
    return bounded(
        gitHub.contents().changed(base.orElseThrow(), head),
        Contents.MOST_COMPARED,
        "the merge group changes 300 files or more, and GitHub names no more than that");
  }

  private static List<ChangedFile> bounded(List<ChangedFile> files, int most, String why) {
    if (files.size() >= most) {
      throw BaseFolder.notKnown(why).exception();
    }
    return files;
  }

  private static Reviewed checkout(Step step) {
    return new Reviewed(
        Kind.CHECKOUT,
        OptionalLong.empty(),
        step.environment().getOrDefault("GITHUB_SHA", ""),
        Optional.empty(),
        step.environment().getOrDefault("GITHUB_REF_NAME", ""),
        /* withoutSecrets= */ false);
  }

  private record Reader(Step step) implements Event.Visitor<Optional<Reviewed>> {

    @Override
    public Optional<Reviewed> pullRequest(Event.PullRequest event) {
      var pull = event.pull();
      if (event.action().equals("closed")) {
        return Optional.empty();
      }
      return Optional.of(
          new Reviewed(
              Kind.PULL_REQUEST,
              OptionalLong.of(pull.number()),
              pull.head().commit(),
              Optional.of(pull.base().commit()),
              pull.head().branch(),
              pull.isWithoutSecrets(step.environment().getOrDefault("GITHUB_ACTOR", ""))));
    }

    @Override
    public Optional<Reviewed> mergeGroup(Event.MergeGroup event) {
      return Optional.of(
          new Reviewed(
              Kind.MERGE_GROUP,
              event.pullRequest(),
              event.headCommit(),
              Optional.of(event.baseCommit()),
              "",
              /* withoutSecrets= */ false));
    }

    @Override
    public Optional<Reviewed> push(Event.Push event) {
      return event.deleted() ? Optional.empty() : Optional.of(checkout(step));
    }

    @Override
    public Optional<Reviewed> schedule(Event.Schedule event) {
      return Optional.of(checkout(step));
    }

    @Override
    public Optional<Reviewed> workflowDispatch(Event.WorkflowDispatch event) {
      return Optional.of(checkout(step));
    }

    @Override
    public Optional<Reviewed> workflowRun(Event.WorkflowRun event) {
      throw notHandled("workflow_run")
          .withHint("command: comment posts what a review of a fork has left")
          .exception();
    }

    @Override
    public Optional<Reviewed> other(Event.Other event) {
      var problem = notHandled(event.name());
      throw (event.name().equals("pull_request_target")
              ? problem
                  .withDetail("it runs what a stranger wrote with the repository's secrets at hand")
                  .withHint("on: pull_request in the workflow that reviews")
              : problem.withHint("on: pull_request, merge_group or workflow_dispatch"))
          .exception();
    }

    private static Problem notHandled(String name) {
      return Problem.of(
          ProblemCode.EVENT_NOT_HANDLED, "a review does not answer to the event " + name);
    }
  }
}
