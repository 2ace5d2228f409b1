package dev.tidegate.action.maven;

/** Runs goals in the user's checkout. */
public interface Goals {
  /**
   * Runs them, with what they print in the log.
   *
   * @throws dev.tidegate.action.problem.ActionException TG-5106 if Maven cannot be started
   */
  GoalRun run(GoalRequest request);
}
