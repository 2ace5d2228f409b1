package dev.tidegate.action.command;

import dev.tidegate.action.problem.ActionException;

/** Deploys what a merge brought, if it is what the pull request's comment promised. */
final class DeployCommand implements ActionCommand {
  @Override
  public void run(Step step) {
    if (step.event().isEmpty()) {
      if (Steps.onGitHub(step.environment())) {
        throw DeployProblems.noEvent().exception();
      }
      DeployGoals.runPlainly(step);
      return;
    }
    var mode = ApprovalMode.of(step);
    var promise = new PromiseSearch(step, mode).find(DeployedCommit.of(step));
    var goals = new DeployGoals(step, promise.approvals());
    var page = new DeployPage(step, promise);
    var agreement = agreement(goals, page, new PromiseCheck(step, mode, promise, goals));
    if (isDryRun(step)) {
      page.looked(agreement);
      return;
    }
    page.begun(agreement);
    deploy(goals, page, agreement);
  }

  private static Agreement agreement(DeployGoals goals, DeployPage page, PromiseCheck check) {
    try {
      var plan = goals.plan();
      page.planned(plan);
      var agreement = check.agree(plan);
      plan.facts()
          .problem()
          .ifPresent(
              problem -> {
                throw problem.exception();
              });
      return agreement;
    } catch (ActionException e) {
      page.refused(e.problem());
      throw e;
    }
  }

  /** Once it has begun, nothing that GitHub does or does not do may hide what became of it. */
  private static void deploy(DeployGoals goals, DeployPage page, Agreement agreement) {
    DeployGoals.Outcome done;
    try {
      done = goals.apply(page.planHash());
    } catch (RuntimeException | Error e) {
      var problem = StepProblems.of(e);
      var isSaid = e instanceof ActionException && problem.state().isPresent();
      var known = isSaid ? problem : problem.withState(DeployProblems.NOT_KNOWN);
      page.failed(known);
      throw known.exception();
    }
    page.ended(done);
    done.facts()
        .problem()
        .ifPresent(
            problem -> {
              page.failed(problem);
              throw problem.exception();
            });
    page.deployed(agreement);
  }

  /** Whether it only looks. */
  static boolean isDryRun(Step step) {
    return step.inputs().flag(InputName.DRY_RUN.word(), /* otherwise= */ false);
  }
}
