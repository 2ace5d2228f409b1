package dev.tidegate.action;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** The program's one command. Asked nothing, it says how it is used. */
@Command(
    name = "tidegate-action",
    description = "Runs the goals of the Tidegate Maven plugin in a GitHub workflow.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main {
  private Main() {}

  /**
   * Runs the program and ends the process with its exit code: 0 when all went well, 2 for arguments
   * it does not know.
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionStrategy(Main::run);
  }

  private static int run(ParseResult asked) {
    var answered = CommandLine.executeHelpRequest(asked);
    if (answered != null) {
      return answered;
    }
    var command = asked.commandSpec().commandLine();
    command.usage(command.getOut());
    return ExitCode.OK;
  }
}
