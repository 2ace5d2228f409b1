package dev.tidegate.action.problem;

/** Ends a command with a problem; caught in one place, where the step ends. */
public final class ActionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ActionException(Problem problem) {
    super(problem.text());
    this.problem = problem;
  }

  /** What went wrong. */
  public Problem problem() {
    return problem;
  }
}
