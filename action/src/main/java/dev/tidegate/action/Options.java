package dev.tidegate.action;

import dev.tidegate.action.command.Commands;
import dev.tidegate.action.command.InputName;
import dev.tidegate.action.command.StepSecrets;
import dev.tidegate.action.command.Steps;
import dev.tidegate.action.runner.Inputs;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line: an option for each input, so that the image runs without GitHub too. On GitHub
 * all comes from {@code INPUT_…}; elsewhere {@code TIDEGATE_LOCK_TIMEOUT} will do as well.
 *
 * @param environment of the process
 * @param out the log
 * @param program what is installed
 */
record Options(Map<String, String> environment, PrintStream out, Steps.Program program) {

  CommandLine commandLine() {
    var spec =
        CommandSpec.create()
            .name("tidegate-action")
            .version("tidegate-action " + program.version())
            .mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description(
            "Runs the goals of the Tidegate Maven plugin, in a GitHub workflow or without one.")
        .footer(
            "",
            "An option that is not given is taken from a variable: TIDEGATE_URL for --url."
                + " Secrets are given by variables only, since lists of processes show options.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("COMMAND")
            .arity("0..1")
            .type(String.class)
            .description(String.join(", ", Commands.words()))
            .build());
    for (var name : InputName.values()) {
      if (name != InputName.COMMAND) {
        spec.addOption(option(name));
      }
    }
    return new CommandLine(spec).setExecutionStrategy(this::run);
  }

  private static OptionSpec option(InputName name) {
    return OptionSpec.builder("--" + name.word())
        .paramLabel("VALUE")
        .type(String.class)
        .description(name.description().replace("%", "%%"))
        .build();
  }

  private int run(ParseResult asked) {
    var answered = CommandLine.executeHelpRequest(asked);
    if (answered != null) {
      return answered;
    }
    var given = given(asked);
    if (!Steps.onGitHub(environment) && given.get(variable(InputName.COMMAND)) == null) {
      var command = asked.commandSpec().commandLine();
      command.usage(command.getOut());
      return ExitCode.OK;
    }
    return new Run(new Inputs(given), environment, out, program).run();
  }

  /** Inputs as the runner would have them: options, then its variables, then our own. */
  private Map<String, String> given(ParseResult asked) {
    var given = new LinkedHashMap<String, String>();
    for (var name : InputName.values()) {
      var value = environment.getOrDefault(variable(name), "");
      if (value.isBlank() && !Steps.onGitHub(environment)) {
        value = environment.getOrDefault(name.variable(), "");
      }
      var option = fromArguments(asked, name);
      if (!option.isBlank()) {
        refuseSecret(asked, name, option);
        value = option;
      }
      if (!value.isBlank()) {
        given.put(variable(name), value);
      }
    }
    return given;
  }

  private static String fromArguments(ParseResult asked, InputName name) {
    String value =
        name == InputName.COMMAND
            ? asked.matchedPositionalValue(0, "")
            : asked.matchedOptionValue("--" + name.word(), "");
    return value;
  }

  private static void refuseSecret(ParseResult asked, InputName name, String value) {
    if (StepSecrets.isSecret(name, value)) {
      throw new ParameterException(
          asked.commandSpec().commandLine(),
          "--"
              + name.word()
              + " holds a secret, and lists of processes show it; set the variable "
              + name.variable()
              + " instead");
    }
  }

  private static String variable(InputName name) {
    return Inputs.variable(name.word());
  }
}
