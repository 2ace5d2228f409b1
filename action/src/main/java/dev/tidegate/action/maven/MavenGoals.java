package dev.tidegate.action.maven;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import dev.tidegate.action.runner.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Runs goals with the Maven that we bring, in a process without a shell. */
public final class MavenGoals implements Goals {
  private static final int SHOWN = 20;

  private final MavenSettings settings;
  private final Console console;

  /** What they print goes to the console. */
  public MavenGoals(MavenSettings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  @Override
  public GoalRun run(GoalRequest request) {
    try {
      var own = Files.createTempDirectory("tidegate-");
      var run = run(request, own);
      if (!run.folder().startsWith(own)) {
        OwnFolder.delete(own, console);
      }
      return run;
    } catch (IOException e) {
      throw notRun(request, "could not be run")
          .withDetail(String.valueOf(e.getMessage()))
          .exception();
    }
  }

  private GoalRun run(GoalRequest request, Path own) throws IOException {
    var place = Place.of(settings, Files.createDirectory(own.resolve("empty")));
    var reports = new ReportFolder(Files.createDirectory(own.resolve("reports")));
    var line = new CommandLine(settings, request, place, reports.folder());
    Child.Outcome outcome;
    try (var log = console.open("tidegate " + String.join(", ", request.goals()))) {
      outcome = Child.run(line.process(), log);
    }
    var read = reports.read(request.goals());
    return new GoalRun(outcome.exit(), read, copied(reports), failure(request, outcome, read));
  }

  /** That a copy cannot be made takes nothing from what the goals did, and said. */
  private Path copied(ReportFolder reports) {
    try {
      var folder = reports.copyTo(settings.directory());
      if (folder.isPresent()) {
        return folder.get();
      }
      console.print(
          "the reports are not copied: in the working directory, target or target/tidegate is a link or a file");
    } catch (IOException e) {
      console.print("the reports are not copied to target/tidegate: " + e);
    }
    return reports.folder();
  }

  /** A goal that ran and failed says so in its report; all else that Maven fails for is here. */
  private static Optional<Problem> failure(
      GoalRequest request, Child.Outcome outcome, Map<String, Json> reports) {
    var told = reports.values().stream().anyMatch(it -> it.optionalObject("problem").isPresent());
    var missing = request.goals().stream().filter(goal -> !reports.containsKey(goal)).toList();
    if (told || (outcome.exit() == 0 && missing.isEmpty())) {
      return Optional.empty();
    }
    if (outcome.exit() == 0) {
      return Optional.of(
          notRun(request, "wrote no report")
              .withDetail("no report of " + String.join(", ", missing))
              .withHint("see that neither tidegate.skip nor <skip> of the pom is set"));
    }
    var lines = outcome.errors().stream().filter(line -> !line.startsWith("[Help")).toList();
    return Optional.of(
        notRun(request, ending(outcome.exit()))
            .withDetail(lines.subList(0, Math.min(SHOWN, lines.size())))
            .withHint("the log above has all that Maven said"));
  }

  /** A process that a signal ends has 128 and the signal's number. */
  private static String ending(int exit) {
    return exit > 128 ? "was stopped by signal " + (exit - 128) : "failed with exit code " + exit;
  }

  private static Problem notRun(GoalRequest request, String what) {
    return Problem.of(
        ProblemCode.GOAL_NOT_RUN, "Maven for " + String.join(", ", request.goals()) + " " + what);
  }
}
