package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;

import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.json.Json;
import dev.tidegate.action.maven.GoalRequest;
import dev.tidegate.action.maven.GoalRun;
import dev.tidegate.action.maven.Goals;
import dev.tidegate.action.problem.ActionException;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.runner.Console;
import dev.tidegate.action.runner.Event;
import dev.tidegate.action.runner.Inputs;
import dev.tidegate.action.runner.Secrets;
import dev.tidegate.action.runner.Summary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step whose goals answer with reports that are there already. */
final class StepLab {
  final Map<String, String> inputs = new HashMap<>();
  final Secrets secrets = new Secrets();
  final Outputs outputs = new Outputs();
  final List<GoalRequest> requests = new ArrayList<>();
  Optional<Event> event = Optional.of(new Event.Schedule("17 5 * * *"));
  Optional<GitHub> gitHub = Optional.empty();
  final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "GITHUB_SERVER_URL", "https://github.test",
              "GITHUB_REPOSITORY", "o/r",
              "GITHUB_RUN_ID", "8123",
              "GITHUB_RUN_ATTEMPT", "1"));
  private final Map<String, Json> reports = new HashMap<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  /** Files of the base folder while the last goals ran. */
  List<String> base = List.of();

  Optional<Problem> failure = Optional.empty();
  final Path folder;

  StepLab(Path folder, String command) {
    this.folder = folder;
    input("command", command);
  }

  StepLab input(String name, String value) {
    inputs.put(Inputs.variable(name), value);
    return this;
  }

  /** The goal reports what an example holds, with these words in place of others. */
  StepLab reports(String goal, String example, String... replacements) throws IOException {
    try (var stream =
        requireNonNull(StepLab.class.getResourceAsStream("/reports/" + example + ".json"))) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (int i = 0; i < replacements.length; i += 2) {
        if (!text.contains(replacements[i])) {
          throw new IllegalArgumentException("not in the example: " + replacements[i]);
        }
        text = text.replace(replacements[i], replacements[i + 1]);
      }
      reports.put(goal, Json.parseObject(text));
    }
    return this;
  }

  /** Runs the command; what it fails with. */
  @Nullable Problem run(ActionCommand command) {
    try {
      command.run(step());
      return null;
    } catch (ActionException e) {
      return e.problem();
    }
  }

  private Step step() {
    Goals goals =
        request -> {
          requests.add(request);
          return answer(request);
        };
    return new Step(
        new Inputs(inputs),
        environment,
        folder,
        folder.resolve("services/shop"),
        event,
        gitHub,
        goals,
        new Console(new PrintStream(log, true, StandardCharsets.UTF_8), secrets),
        Optional.of(new Summary(folder.resolve("summary.md"), secrets)),
        outputs,
        secrets);
  }

  private static List<String> namesIn(@Nullable String base) {
    if (base == null) {
      return List.of();
    }
    try (var files = Files.list(Path.of(base))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Maven does, the first goal that fails is the last one. */
  private GoalRun answer(GoalRequest request) {
    base = namesIn(request.parameters().get("base"));
    var ran = new HashMap<String, Json>();
    for (var goal : request.goals()) {
      if (reports.containsKey(goal)) {
        ran.put(goal, requireNonNull(reports.get(goal)));
      }
      if (!reports.containsKey(goal)
          || requireNonNull(ran.get(goal)).optionalObject("problem").isPresent()) {
        break;
      }
    }
    return new GoalRun(
        ran.size() == request.goals().size() ? 0 : 1,
        ran,
        folder.resolve("services/shop/target/tidegate"),
        ran.isEmpty() ? failure : Optional.empty());
  }

  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  String summary() throws IOException {
    return Files.readString(folder.resolve("summary.md"));
  }
}
