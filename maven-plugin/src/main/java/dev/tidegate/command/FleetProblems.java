package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.FleetReport;
import dev.tidegate.report.FleetStatusReport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes wrong with many databases at once, in words. */
final class FleetProblems {
  private static final String UNTOUCHED = "nothing was changed";
  private static final String FORM =
      "a line or a row is schema:NAME, database:NAME or a database URL:"
          + " -Dtidegate.targets=\"SELECT nspname AS schema FROM pg_namespace WHERE nspname LIKE 'tenant%'\"";
  private static final int NAMED = 20;

  private FleetProblems() {}

  static Problem bug(RuntimeException e) {
    return Problem.of(ProblemCode.BUG, "this target was stopped by a bug of Tidegate")
        .withDetail(e.toString())
        .withState("not known; mvn tidegate:status tells")
        .withHint(
            "report it with the output of `mvn -e …`: https://github.com/tidegate/tidegate/issues");
  }

  static Problem targetsNotUnderstood(List<String> lines) {
    return Problem.of(ProblemCode.TARGETS_NOT_UNDERSTOOD, "targets not understood")
        .withDetail(lines)
        .withState(UNTOUCHED)
        .withHint(FORM);
  }

  static Problem oneColumn(int columns) {
    return targetsNotUnderstood(
        List.of("the query returns " + columns + " columns, and one is needed"));
  }

  static Problem noFile(Path path, IOException e) {
    return Problem.of(ProblemCode.FILE_MISSING, "no file " + path)
        .withDetail("targets is neither a query nor a file that can be read")
        .withDetail(e.toString())
        .withState(UNTOUCHED)
        .withHint(FORM);
  }

  static Problem queryRefused(ConnectionSettings settings, SQLException e) {
    return Problem.of(ProblemCode.TARGETS_NOT_UNDERSTOOD, "the query for targets was refused")
        .withDetail(settings.url().display() + ", the URL came from " + settings.origin())
        .withDetail(String.valueOf(e.getMessage()))
        .withState(UNTOUCHED);
  }

  static Problem noTargets(String targets) {
    return Problem.of(ProblemCode.NO_TARGETS, "there are no targets")
        .withDetail("from: " + targets.strip().replaceAll("\\s+", " "))
        .withState(UNTOUCHED)
        .withHint(FORM);
  }

  static Problem noCanary(String name) {
    return Problem.of(
            ProblemCode.TARGETS_NOT_UNDERSTOOD, "no target is called " + name + ", as canary is")
        .withState(UNTOUCHED)
        .withHint("canary is the name of a target or how many there are: -Dtidegate.canary=1");
  }

  static Problem notMerged(List<String> lines) {
    return Problem.of(ProblemCode.REPORTS_NOT_MERGED, "reports not merged")
        .withDetail(lines)
        .withState(UNTOUCHED)
        .withHint(
            "put the deploy.json of every job into a folder of its own below the one that mergeReports names");
  }

  /** Targets for which the goal fails, if there are some. */
  static Optional<Problem> standing(List<FleetStatusReport.TargetStatus> targets) {
    var failed = targets.stream().filter(target -> target.problem().isPresent()).toList();
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    var lines =
        failed.stream()
            .limit(NAMED)
            .map(it -> it.name() + ": " + it.problem().map(FleetProblems::brief).orElse(""))
            .toList();
    return Optional.of(
        Problem.of(
                ProblemCode.TARGETS_FAILED,
                "%d of %d targets are not as they should be"
                    .formatted(failed.size(), targets.size()))
            .withDetail(lines)
            .withDetail(
                failed.size() > NAMED
                    ? List.of("… and " + (failed.size() - NAMED) + " more in the report")
                    : List.of())
            .withState(UNTOUCHED));
  }

  private static String brief(Problem problem) {
    return problem.code().id() + " " + problem.summary();
  }

  /** The roll-up of those that failed; those that are done have nothing pending any more. */
  static Problem failed(FleetReport report) {
    var totals = report.totals();
    var lines = new ArrayList<String>();
    var failed =
        report.targets().stream()
            .filter(target -> target.outcome() == FleetReport.Outcome.FAILED)
            .toList();
    for (var target : failed.subList(0, Math.min(NAMED, failed.size()))) {
      lines.add(target.name() + ": " + target.problem().map(FleetProblems::brief).orElse("failed"));
    }
    if (failed.size() > NAMED) {
      lines.add("… and " + (failed.size() - NAMED) + " more in the report");
    }
    return Problem.of(
            ProblemCode.TARGETS_FAILED,
            "%d of %d target%s failed"
                .formatted(totals.failed(), totals.targets(), totals.targets() == 1 ? "" : "s"))
        .withDetail(lines)
        .withState(
            "%d deployed, %d had nothing pending, %d not started; what became of those that failed is said above for each"
                .formatted(
                    totals.applied() + totals.adopted(), totals.unchanged(), totals.notStarted()))
        .withHint(
            "correct what failed and run the same command again: targets that are done have nothing pending");
  }
}
