package dev.tidegate.action;

import dev.tidegate.action.command.Commands;
import dev.tidegate.action.command.OutputName;
import dev.tidegate.action.command.Outputs;
import dev.tidegate.action.command.StepProblems;
import dev.tidegate.action.command.StepSecrets;
import dev.tidegate.action.command.Steps;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.runner.Annotation;
import dev.tidegate.action.runner.Console;
import dev.tidegate.action.runner.Inputs;
import dev.tidegate.action.runner.StepFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run of the program, with the only place where failures end.
 *
 * @param inputs of the step
 * @param environment of the process
 * @param out the log
 * @param program what is installed
 */
record Run(Inputs inputs, Map<String, String> environment, PrintStream out, Steps.Program program) {
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
    var written =
        !Steps.onGitHub(environment)
            || file.isBlank()
            || isWritten(outputs, new StepFile(Path.of(file), secrets), console);
    return written && problem.isEmpty() ? 0 : 1;
  }

  /** Jobs that come later read outputs, so a step whose outputs are not there has failed. */
  private static boolean isWritten(Outputs outputs, StepFile file, Console console) {
    try {
      outputs.writeTo(file);
      return true;
    } catch (RuntimeException e) {
      console.print("the outputs could not be written: " + e.getMessage());
      return false;
    }
  }

  private static Optional<Problem> problem(Steps steps, Outputs outputs) {
    try {
      Commands.run(steps.step(outputs));
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      // an error of the machine too: outputs and failure-reason are written all the same
      return Optional.of(StepProblems.of(e));
    }
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
