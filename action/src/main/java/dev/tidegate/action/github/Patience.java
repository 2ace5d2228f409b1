package dev.tidegate.action.github;

import java.time.Duration;

/**
 * How long trouble may hold a run up.
 *
 * @param total time that failed calls and the waits after them may take, all calls of a run
 *     together
 * @param attempts how often one call is tried
 * @param first the wait after the first failure that asks for no time of its own; it doubles
 * @param answer how long one answer may take, its body included
 */
public record Patience(Duration total, int attempts, Duration first, Duration answer) {

  /**
   * Three minutes altogether: a secondary limit lifts after one, a primary one may take an hour.
   */
  public static Patience usual() {
    return new Patience(Duration.ofMinutes(3), 6, Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  Duration afterFailure(int attempt) {
    return first.multipliedBy(1L << Math.min(attempt - 1, 10));
  }
}
