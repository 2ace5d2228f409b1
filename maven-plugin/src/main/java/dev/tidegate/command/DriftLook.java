package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.ChangeList;
import dev.tidegate.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * How a database differs from what its applied migrations build.
 *
 * @param lines one an object; empty also where nothing was compared
 * @param unmodelled objects that were not compared
 * @param unchecked why it was not compared
 */
record DriftLook(List<String> lines, List<String> unmodelled, Optional<String> unchecked) {

  /**
   * Compares; where that is impossible says why, since a person who asks for the status needs the
   * rest of it.
   */
  static DriftLook at(
      Target target,
      Workspace workspace,
      MigrationFolder folder,
      MigrationHistory history,
      Optional<Problem> obstacle,
      ScratchWalks walks) {
    if (history.isEmpty()) {
      return unchecked("the database has no history");
    }
    if (obstacle.isPresent()) {
      return unchecked(obstacle.get().summary());
    }
    try {
      var live =
          target.ask(
              connection ->
                  target.dialect().inspector().inspect(connection, Engine.scope(workspace)));
      return new PendingAnalysis(target, workspace, walks)
          .applied(folder, history)
          .map(expected -> compared(target, expected, live))
          .orElseGet(
              () ->
                  new DriftLook(
                      List.of(),
                      live.unmodelled(),
                      Optional.of("the folder lacks what the baseline stands for")));
    } catch (TidegateException e) {
      return unchecked(e.problem().code().id() + " " + e.problem().summary());
    }
  }

  private static DriftLook compared(Target target, Schema expected, Schema live) {
    var lines = ChangeList.lines(target.dialect().diff(new Pair<>(expected, live)));
    return new DriftLook(lines, live.unmodelled(), Optional.empty());
  }

  private static DriftLook unchecked(String why) {
    return new DriftLook(List.of(), List.of(), Optional.of(why));
  }
}
