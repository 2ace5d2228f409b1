package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The commands by their words. */
public final class Commands {
  private static final Map<String, Supplier<ActionCommand>> COMMANDS =
      Map.of(
          "review", ReviewCommand::new,
          "deploy", DeployCommand::new,
          "status", StatusCommand::new,
          "copy", CopyCommand::new,
          "comment", CommentCommand::new);

  private Commands() {}

  /** All of them, in the order in which they are explained. */
  public static List<String> words() {
    return List.of("review", "deploy", "status", "copy", "comment");
  }

  /**
   * Runs the command that the step asks for.
   *
   * @throws dev.tidegate.action.problem.ActionException if the step fails
   */
  public static void run(Step step) {
    requireNonNull(COMMANDS.get(step.command())).get().run(step);
  }
}
