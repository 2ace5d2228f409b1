package dev.tidegate.action.command;

import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.CopyFacts;
import java.util.Optional;

/** Copies rows from one database to another; the source is only read. */
final class CopyCommand implements ActionCommand {
  @Override
  public void run(Step step) {
    var run = step.goals().run(GoalInputs.of(step, "copy"));
    GoalReports.tellFolder(step, run);
    var facts = GoalReports.read(run, "copy", CopyFacts::read);
    SummaryPage.add(step, CopySummary.of(facts));
    if (facts.isComplete()) {
      step.outputs().set(OutputName.CHANGES, String.valueOf(facts.rows() > 0));
    }
    Optional<Problem> failure = facts.problem().or(run::failure);
    if (failure.isPresent()) {
      throw failure.get().exception();
    }
  }
}
