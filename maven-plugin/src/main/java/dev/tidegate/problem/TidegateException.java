package dev.tidegate.problem;

/** An expected failure: carries the {@link Problem} that says all of it. */
public final class TidegateException extends RuntimeException {
  private final transient Problem problem;

  /** A failure that nothing else caused. */
  public TidegateException(Problem problem) {
    super(problem.text());
    this.problem = problem;
  }

  /** A failure with its cause, which is shown only with {@code mvn -X}. */
  public TidegateException(Problem problem, Throwable cause) {
    super(problem.text(), cause);
    this.problem = problem;
  }

  /** What went wrong. */
  public Problem problem() {
    return problem;
  }
}
