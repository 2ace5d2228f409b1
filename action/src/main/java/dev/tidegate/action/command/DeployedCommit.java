package dev.tidegate.action.command;

import dev.tidegate.action.runner.Event;
import java.util.Optional;

/**
 * The commit whose migrations are deployed.
 *
 * @param hash of the commit
 * @param branch that it came to; nothing for a tag
 */
record DeployedCommit(String hash, Optional<String> branch) {
  private static final String BRANCH = "refs/heads/";

  /**
   * Of a push, or of the ref that somebody started the workflow on. Which branches and tags are
   * deployed is for the workflow's {@code on} to say.
   *
   * @throws dev.tidegate.action.problem.ActionException TG-5102 for anything else
   */
  static DeployedCommit of(Step step) {
    var commit = step.environment().getOrDefault("GITHUB_SHA", "");
    return step.event().orElseThrow().accept(new Reader(commit));
  }

  private static DeployedCommit at(String ref, String hash) {
    return new DeployedCommit(
        hash,
        ref.startsWith(BRANCH) ? Optional.of(ref.substring(BRANCH.length())) : Optional.empty());
  }

  private record Reader(String commit) implements Event.Visitor<DeployedCommit> {
    @Override
    public DeployedCommit push(Event.Push event) {
      if (event.deleted()) {
        throw DeployProblems.deleted(event.ref()).exception();
      }
      return at(event.ref(), event.after());
    }

    @Override
    public DeployedCommit workflowDispatch(Event.WorkflowDispatch event) {
      return at(event.ref(), commit);
    }

    @Override
    public DeployedCommit pullRequest(Event.PullRequest event) {
      throw DeployProblems.notDeployed("pull_request").exception();
    }

    @Override
    public DeployedCommit mergeGroup(Event.MergeGroup event) {
      throw DeployProblems.notDeployed("merge_group").exception();
    }

    @Override
    public DeployedCommit schedule(Event.Schedule event) {
      throw DeployProblems.notDeployed("schedule").exception();
    }

    @Override
    public DeployedCommit workflowRun(Event.WorkflowRun event) {
      throw DeployProblems.notDeployed("workflow_run").exception();
    }

    @Override
    public DeployedCommit other(Event.Other event) {
      throw DeployProblems.notDeployed(event.name()).exception();
    }
  }
}
