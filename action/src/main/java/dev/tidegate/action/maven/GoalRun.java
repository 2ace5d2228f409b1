package dev.tidegate.action.maven;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.problem.Problem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What became of goals.
 *
 * @param exit exit code of Maven: 0 when all of them succeeded
 * @param reports report of each goal that wrote one, by the goal's name
 * @param folder where the reports lie, those for people too: {@code target/tidegate} of the working
 *     directory, in which nothing is a link
 * @param failure why there is no report of a goal that should have run; Maven's own words in it
 */
public record GoalRun(int exit, Map<String, Json> reports, Path folder, Optional<Problem> failure) {
  public GoalRun {
    reports = Map.copyOf(reports);
  }

  /** The report of a goal; nothing where the goal did not come to write one. */
  public Optional<Json> report(String goal) {
    return Optional.ofNullable(reports.get(goal));
  }
}
