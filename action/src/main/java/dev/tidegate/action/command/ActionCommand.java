package dev.tidegate.action.command;

/** One of the commands that a step may run. */
interface ActionCommand {
  /**
   * Does it, and leaves outputs, summary and comment behind.
   *
   * @throws dev.tidegate.action.problem.ActionException if the step fails; whatever is to be seen
   *     of that beyond the log was written before
   */
  void run(Step step);
}
