package dev.tidegate.action;

import dev.tidegate.action.command.Commands;
import dev.tidegate.action.command.OutputName;
import dev.tidegate.action.command.Outputs;
import dev.tidegate.action.command.StepSecrets;
import dev.tidegate.action.command.Steps;
import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.json.UnexpectedJson;
import dev.tidegate.action.problem.ActionException;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import dev.tidegate.action.runner.Annotation;
import dev.tidegate.action.runner.Console;
import dev.tidegate.action.runner.Inputs;
import dev.tidegate.action.runner.StepFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One run of the program, with the only place where failures end.
 *
 * @param inputs of the step
 * @param environment of the process
 * @param out the log
 * @param program what is installed
 */
record Run(Inputs inputs, Map<String, String> environment, PrintStream out, Steps.Program program) {
  private static final int FRAMES = 12;

  /** Runs the command; 0 when all went well, else 1. */
  int run() {
    var secrets = StepSecrets.of(inputs, environment);
    var console =
        Steps.onGitHub(environment) ? new Console(out, secrets) : Console.plain(out, secrets);
    console.hideSecrets();
    var outputs = new Outputs();
    var problem = problem(new Steps(inputs, environment, console, secrets, program), outputs);
    problem.ifPresent(
        it -> {
          console.print(it.text());
          console.annotateFailure(annotation(it));
          outputs.set(OutputName.FAILURE_REASON, it.reason());
        });
    var file = environment.getOrDefault("GITHUB_OUTPUT", "");
    if (Steps.onGitHub(environment) && !file.isBlank()) {
      outputs.writeTo(new StepFile(Path.of(file), secrets));
    }
    return problem.isPresent() ? 1 : 0;
  }

  private static Optional<Problem> problem(Steps steps, Outputs outputs) {
    try {
      Commands.run(steps.step(outputs));
      return Optional.empty();
    } catch (ActionException e) {
      return Optional.of(e.problem());
    } catch (GitHubFailure e) {
      return Optional.of(ofGitHub(e));
    } catch (UnexpectedJson e) {
      return Optional.of(
          Problem.of(ProblemCode.REPORT_NOT_UNDERSTOOD, "a report is not as expected")
              .withDetail(String.valueOf(e.getMessage()))
              .withHint("use the version of the plugin that the action brings"));
    } catch (RuntimeException e) {
      return Optional.of(ofBug(e));
    }
  }

  private static Problem ofGitHub(GitHubFailure failure) {
    var answered = failure.status().isPresent() && !failure.retryable();
    return Problem.of(
            answered ? ProblemCode.GITHUB_REFUSED : ProblemCode.GITHUB_NOT_REACHED,
            answered
                ? "GitHub did not let the action " + failure.operation()
                : "GitHub could not be asked to " + failure.operation())
        .withDetail(String.valueOf(failure.getMessage()))
        .withHint(
            answered
                ? "see that the workflow's permissions and github-token allow it"
                : "run the job again; https://www.githubstatus.com tells of incidents");
  }

  private static Problem ofBug(RuntimeException e) {
    var frames =
        Arrays.stream(e.getStackTrace())
            .limit(FRAMES)
            .map(frame -> "at " + frame)
            .collect(Collectors.joining("\n"));
    return Problem.of(ProblemCode.INTERNAL, "the action stopped by a bug of its own")
        .withDetail(e + "\n" + frames)
        .withState("not known; see what the lines above say was done")
        .withHint("report it with this log: https://github.com/tidegate/tidegate/issues");
  }

  private static Annotation annotation(Problem problem) {
    return new Annotation(
        Annotation.Level.ERROR,
        Optional.empty(),
        OptionalInt.empty(),
        problem.code() + " " + problem.summary(),
        problem.text());
  }
}
