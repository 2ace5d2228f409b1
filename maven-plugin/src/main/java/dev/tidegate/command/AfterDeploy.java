package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.guard.PostDeployChecks;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.ChangeList;
import dev.tidegate.schema.Schema;

/** Looks at the database when everything is applied: is it what was meant, does it hold. */
record AfterDeploy(Target target, Workspace workspace, PostDeployChecks checks) {

  /** What goes wrong here must not hide that all migrations are applied. */
  void verify(DeployPlan plan, DeployLedger ledger) {
    try {
      plan.analysis().result().ifPresent(expected -> drift(expected, ledger));
      target
          .ask(connection -> checks.run(connection, target.dialect().product()))
          .ifPresent(ledger::failed);
    } catch (TidegateException e) {
      ledger.failed(e.problem().withState("the migrations remain applied; not all was verified"));
    }
  }

  private void drift(Schema expected, DeployLedger ledger) {
    var live =
        target.ask(
            connection ->
                target.dialect().inspector().inspect(connection, Engine.scope(workspace)));
    ledger.drifted(ChangeList.lines(target.dialect().diff(new Pair<>(expected, live))));
  }
}
