package dev.tidegate.action.command;

import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.maven.Goals;
import dev.tidegate.action.runner.Console;
import dev.tidegate.action.runner.Event;
import dev.tidegate.action.runner.Inputs;
import dev.tidegate.action.runner.Secrets;
import dev.tidegate.action.runner.Summary;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a command is given.
 *
 * @param inputs of the step, or options of the command line under the same names
 * @param environment of the process
 * @param workspace the checkout
 * @param directory {@code working-directory} in it
 * @param event what started the workflow; nothing where the image runs without GitHub
 * @param gitHub nothing where the image runs without GitHub, or without a token
 * @param goals runs the plugin
 * @param console the log
 * @param summary the job's page; nothing without GitHub
 * @param outputs of the step
 * @param secrets what is masked everywhere
 */
public record Step(
    Inputs inputs,
    Map<String, String> environment,
    Path workspace,
    Path directory,
    Optional<Event> event,
    Optional<GitHub> gitHub,
    Goals goals,
    Console console,
    Optional<Summary> summary,
    Outputs outputs,
    Secrets secrets) {

  /** The command that runs, as {@code review}. */
  public String command() {
    return input(InputName.COMMAND).orElseThrow();
  }

  /** An input as it is given, else what holds then. */
  public Optional<String> input(InputName name) {
    return inputs.text(name.word()).or(name::otherwise);
  }
}
