package dev.tidegate.dialect.postgres;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;

/** What inspection refuses, in words. */
final class InspectionProblems {
  private InspectionProblems() {}

  static Problem serverTooOld(int major) {
    return Problem.of(
            ProblemCode.DATABASE_VERSION_UNSUPPORTED,
            "PostgreSQL " + major + " is older than the oldest version that is read")
        .withDetail("the oldest is " + ServerVersion.OLDEST)
        .withState("nothing was changed");
  }
}
