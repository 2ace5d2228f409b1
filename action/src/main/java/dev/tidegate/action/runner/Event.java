package dev.tidegate.action.runner;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What started the workflow, as far as the action answers to it. */
public sealed interface Event {

  /** Calls the method of this kind. */
  <R> R accept(Visitor<R> visitor);

  /** Something happened to a pull request. */
  record PullRequest(String action, Pull pull) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pullRequest(this);
    }
  }

  /**
   * Commits came to a branch or a tag.
   *
   * @param ref {@code refs/heads/main}
   * @param before the commit before; 40 zeros for a new branch
   * @param after the commit now, also that of an annotated tag; 40 zeros for a deleted branch
   * @param deleted whether the branch was deleted
   * @param forced whether commits were replaced
   * @param defaultBranch name of the repository's default branch
   */
  record Push(
      String ref,
      String before,
      String after,
      boolean deleted,
      boolean forced,
      String defaultBranch)
      implements Event {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.push(this);
    }
  }

  /**
   * A merge queue wants to know whether a group of pull requests may be merged.
   *
   * @param headCommit the merged state that is to be checked
   * @param baseCommit what it is merged to
   * @param baseRef {@code refs/heads/main}
   * @param pullRequest number of the last pull request of the group, which stands in the ref only
   */
  record MergeGroup(String headCommit, String baseCommit, String baseRef, OptionalLong pullRequest)
      implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mergeGroup(this);
    }
  }

  /** It is time; {@code cron} says by which of the workflow's schedules. */
  record Schedule(String cron) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.schedule(this);
    }
  }

  /**
   * Another workflow ran. Whatever that run left behind is as hostile as who made it run.
   *
   * @param run its id
   * @param event what had started it
   * @param conclusion how it ended, as {@code success}
   * @param headCommit the commit it ran on
   * @param headBranch the branch it ran on
   * @param headRepository the repository of that branch; nothing when it was deleted
   * @param pullRequests numbers of its pull requests; empty for a fork's
   */
  record WorkflowRun(
      long run,
      String event,
      Optional<String> conclusion,
      String headCommit,
      Optional<String> headBranch,
      Optional<String> headRepository,
      List<Long> pullRequests)
      implements Event {
    public WorkflowRun {
      pullRequests = List.copyOf(pullRequests);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.workflowRun(this);
    }
  }

  /** Somebody started the workflow by hand, on the ref, in a repository with a default branch. */
  record WorkflowDispatch(String ref, String defaultBranch) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.workflowDispatch(this);
    }
  }

  /** Anything else. */
  record Other(String name) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.other(this);
    }
  }

  /** One method a kind of event. */
  interface Visitor<R> {
    /** See {@link PullRequest}. */
    R pullRequest(PullRequest event);

    /** See {@link Push}. */
    R push(Push event);

    /** See {@link MergeGroup}. */
    R mergeGroup(MergeGroup event);

    /** See {@link Schedule}. */
    R schedule(Schedule event);

    /** See {@link WorkflowRun}. */
    R workflowRun(WorkflowRun event);

    /** See {@link WorkflowDispatch}. */
    R workflowDispatch(WorkflowDispatch event);

    /** See {@link Other}. */
    R other(Other event);
  }
}
