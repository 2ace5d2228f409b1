package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.guard.PostDeployChecks;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.ChangeList;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the database when everything is applied: is it what was meant, does it hold.
 *
 * @param around what was seen of rows and sequences before
 */
record AfterDeploy(Target target, Workspace workspace, PostDeployChecks checks, Around around) {

  /** What goes wrong here must not hide that all migrations are applied. */
  void verify(DeployPlan plan, DeployLedger ledger) {
    try {
      var failed = new ArrayList<Problem>();
      plan.analysis()
          .result()
          .flatMap(expected -> drift(expected, plan, ledger))
          .ifPresent(failed::add);
      failed.addAll(
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

  private static Problem sequences(List<String> faults) {
    return Problem.of(ProblemCode.VERIFY_FAILED, "sequences are behind their columns")
        .withDetail(faults)
        .withState("the migrations remain applied")
        .withHint("run the statements above: the next row would collide with one that is there");
  }

  /**
   * TG-2110 for what differs now and did not before; what differed before is nobody's fault here.
   */
  private Optional<Problem> drift(Schema expected, DeployPlan plan, DeployLedger ledger) {
    var live =
        target.ask(
            connection ->
                target.dialect().inspector().inspect(connection, Engine.scope(workspace)));
    var lines = ChangeList.lines(target.dialect().diff(new Pair<>(expected, live)));
    ledger.drifted(lines);
    var before = plan.drift().map(DeployPlan.Drift::lines).orElse(List.of());
    var fresh = lines.stream().filter(line -> !before.contains(line)).toList();
    if (fresh.isEmpty() && !lines.isEmpty()) {
      ledger.note("the database differed from its migrations before this deploy already");
    }
    return fresh.isEmpty() ? Optional.empty() : Optional.of(drifted(fresh));
  }

  private static Problem drifted(List<String> lines) {
    return Problem.of(
            ProblemCode.DATABASE_DRIFTED,
            "the database is not what its migrations build, and was before this deploy")
        .withDetail(lines)
        .withState("the migrations remain applied")
        .withHint(
            "see what differs: mvn tidegate:diff -Dtidegate.from=migrations -Dtidegate.to=target");
  }
}
