package dev.tidegate.action.command;

import dev.tidegate.action.report.FleetFacts.TargetFact;
import dev.tidegate.action.report.HazardFact;
import dev.tidegate.action.report.ScriptFact;

/** The outputs of a deploy. */
record DeployOutputs(Step step) {

  /** Of a dry run. */
  void planned(DeployGoals.Outcome outcome) {
    var model = new PlanModel(outcome.facts(), step.secrets()::mask);
    var hazards = outcome.facts().scripts().stream().flatMap(it -> it.hazards().stream()).toList();
    var pending =
        outcome
            .fleet()
            .map(it -> it.targets().stream().mapToLong(target -> target.pending().size()).sum())
            .orElse((long) model.pending().size());
    set(OutputName.CHANGES, String.valueOf(pending > 0));
    if (outcome.fleet().isEmpty()) {
      set(OutputName.STATEMENTS, String.valueOf(model.statements().size()));
      set(OutputName.HAZARDS, String.valueOf(hazards.stream().filter(HazardFact::matters).count()));
      var destructive = hazards.stream().filter(HazardFact::destroysData).count();
      set(OutputName.DESTRUCTIVE, String.valueOf(destructive));
      drift(outcome);
    }
    set(OutputName.APPLIED, "0");
  }

  /** Of a run. */
  void applied(DeployGoals.Outcome outcome) {
    set(OutputName.APPLIED, String.valueOf(many(outcome)));
    if (outcome.fleet().isEmpty()) {
      drift(outcome);
    }
  }

  private void drift(DeployGoals.Outcome outcome) {
    outcome.facts().drifted().ifPresent(it -> set(OutputName.DRIFT, String.valueOf(it)));
  }

  static boolean appliedAny(DeployGoals.Outcome outcome) {
    return many(outcome) > 0;
  }

  private static long many(DeployGoals.Outcome outcome) {
    return outcome
        .fleet()
        .map(it -> it.targets().stream().mapToLong(TargetFact::applied).sum())
        .orElseGet(() -> outcome.facts().scripts().stream().filter(ScriptFact::applied).count());
  }

  /** What was applied, for the next environment. */
  void planHash(String hash) {
    set(OutputName.PLAN_HASH, hash);
  }

  private void set(OutputName name, String value) {
    step.outputs().set(name, value);
  }
}
