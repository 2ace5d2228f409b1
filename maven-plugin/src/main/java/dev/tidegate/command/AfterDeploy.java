package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.guard.PostDeployChecks;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.ChangeList;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;

/**
 * Looks at the database when everything is applied: is it what was meant, does it hold.
 *
 * @param around what was seen of rows and sequences before
 */
record AfterDeploy(Target target, Workspace workspace, PostDeployChecks checks, Around around) {

  /** What goes wrong here must not hide that all migrations are applied. */
  void verify(DeployPlan plan, DeployLedger ledger) {
    try {
      plan.analysis().result().ifPresent(expected -> drift(expected, ledger));
      var failed =
          new ArrayList<Problem>(
              target.look(connection -> checks.run(connection, target.dialect().product())).stream()
                  .toList());
      var faults = around.after(ledger);
      if (!faults.isEmpty()) {
        failed.add(sequences(faults));
      }
      failed.stream()
          .reduce((one, other) -> one.withDetail(other.summary()).withDetail(other.detail()))
          .map(problem -> new WaysBack(workspace, plan).shownIn(problem, ledger.backup()))
          .ifPresent(ledger::failed);
    } catch (TidegateException e) {
      ledger.failed(e.problem().withState("the migrations remain applied; not all was verified"));
    }
  }

  private static Problem sequences(java.util.List<String> faults) {
    return Problem.of(ProblemCode.VERIFY_FAILED, "sequences are behind their columns")
        .withDetail(faults)
        .withState("the migrations remain applied")
        .withHint("run the statements above: the next row would collide with one that is there");
  }

  private void drift(Schema expected, DeployLedger ledger) {
    var live =
        target.ask(
            connection ->
                target.dialect().inspector().inspect(connection, Engine.scope(workspace)));
    ledger.drifted(ChangeList.lines(target.dialect().diff(new Pair<>(expected, live))));
  }
}
