package dev.tidegate.action.command;

import dev.tidegate.action.maven.GoalRequest;
import dev.tidegate.action.maven.GoalRun;
import dev.tidegate.action.problem.ActionException;
import dev.tidegate.action.report.DeployFacts;
import dev.tidegate.action.report.FleetFacts;
import dev.tidegate.action.report.StatusFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The goal {@code deploy}, run dry and in earnest. */
final class DeployGoals {
  private static final String GOAL = "deploy";

  private final Step step;
  private final Approvals approvals;
  private final Map<String, Boolean> rests = new HashMap<>();

  DeployGoals(Step step, Approvals approvals) {
    this.step = step;
    this.approvals = approvals;
  }

  /**
   * What a run reported.
   *
   * @param facts of one database
   * @param fleet of many; then the facts hold nothing but a problem
   */
  record Outcome(DeployFacts facts, Optional<FleetFacts> fleet) {}

  /** The goal as the inputs have it and nothing around it: where the image runs without GitHub. */
  static void runPlainly(Step step) {
    read(step.goals().run(GoalInputs.of(step, GOAL)))
        .facts()
        .problem()
        .ifPresent(
            problem -> {
              throw problem.exception();
            });
  }

  /** What would run; nothing is changed. */
  Outcome plan() {
    // the input plan-hash is compared here, where more is known of what it is about
    return run(request().with("dryRun", "true").with("rollback", "true").with("planHash", ""));
  }

  /**
   * Whether what is pending is a plan of that name, or what is left of it since a deploy began it;
   * the plugin knows, as only it sees which files were applied. False as well where a dry run fails
   * for another reason.
   */
  boolean isRestOf(String planHash) {
    return rests.computeIfAbsent(
        planHash,
        hash ->
            run(request().with("dryRun", "true").with("planHash", hash))
                .facts()
                .problem()
                .isEmpty());
  }

  /** Applies what is pending if it is that plan; with no name, as where a database is adopted. */
  Outcome apply(Optional<String> planHash) {
    var request = request().with("dryRun", "false");
    return run(planHash.map(hash -> request.with("planHash", hash)).orElse(request));
  }

  /** What the database holds; nothing where it cannot be said, as it only adds to a refusal. */
  Optional<StatusFacts> status() {
    try {
      var run = step.goals().run(GoalInputs.of(step, "status"));
      return Optional.of(GoalReports.read(run, "status", StatusFacts::read));
    } catch (ActionException e) {
      return Optional.empty();
    }
  }

  private GoalRequest request() {
    return approvals.addTo(GoalInputs.of(step, GOAL));
  }

  private Outcome run(GoalRequest request) {
    var run = step.goals().run(request);
    GoalReports.tellFolder(step, run);
    var outcome = read(run);
    return new Outcome(outcome.facts().wording(PullRequestHints::ofDeploy), outcome.fleet());
  }

  private static Outcome read(GoalRun run) {
    return new Outcome(
        GoalReports.read(run, GOAL, DeployFacts::read),
        GoalReports.read(run, GOAL, FleetFacts::read));
  }
}
