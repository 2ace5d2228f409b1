package dev.tidegate.action.command;

import dev.tidegate.action.runner.Event;
import java.util.List;
import java.util.Optional;

/**
 * The commit whose migrations are deployed.
 *
 * @param hash of the commit
 * @param branches to which its pull request was to come: of a tag, all that are deployed
 * @param tag that names it; nothing for a commit of a branch
 */
record DeployedCommit(String hash, List<String> branches, Optional<String> tag) {
  private static final String BRANCH = "refs/heads/";

  DeployedCommit {
    branches = List.copyOf(branches);
  }

  /**
   * Of a push, or of the ref that somebody started the workflow on. The default branch is deployed,
   * or those that the input {@code branches} names: on another one, whoever may push can merge a
   * pull request of their own. Whether a tag is on one of them is for GitHub to say.
   *
   * @throws dev.tidegate.action.problem.ActionException TG-5102 for anything else
   */
  static DeployedCommit of(Step step) {
    var commit = step.environment().getOrDefault("GITHUB_SHA", "");
    var named = step.inputs().list(InputName.BRANCHES.word());
    return step.event().orElseThrow().accept(new Reader(commit, named));
  }

  private record Reader(String commit, List<String> named)
      implements Event.Visitor<DeployedCommit> {
    @Override
    public DeployedCommit push(Event.Push event) {
      if (event.deleted()) {
        throw DeployProblems.deleted(event.ref()).exception();
      }
      return at(event.ref(), event.after(), event.defaultBranch());
    }

    @Override
    public DeployedCommit workflowDispatch(Event.WorkflowDispatch event) {
      return at(event.ref(), commit, event.defaultBranch());
    }

    private DeployedCommit at(String ref, String hash, String defaultBranch) {
      var deployed = named.isEmpty() ? List.of(defaultBranch) : named;
      if (!ref.startsWith(BRANCH)) {
        return new DeployedCommit(hash, deployed, Optional.of(ref.replace("refs/tags/", "")));
      }
      var branch = ref.substring(BRANCH.length());
      if (!deployed.contains(branch)) {
        throw DeployProblems.otherBranch(branch, deployed).exception();
      }
      return new DeployedCommit(hash, List.of(branch), Optional.empty());
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
