package dev.tidegate.migration;

import dev.tidegate.jdbc.ErrorKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tries again what got no lock, after a pause that grows from {@value #FIRST_MILLIS} to {@value
 * #LONGEST_MILLIS} ms: whoever waits for a lock lets nobody pass that comes later, so one waits
 * shortly and steps back.
 */
final class Retries {
  private static final long FIRST_MILLIS = 200;
  private static final long LONGEST_MILLIS = 10_000;

  private final int limit;
  private final Optional<Duration> lockTimeout;
  private final Supplier<Optional<LockWatch.Wait>> seen;
  private final Consumer<String> said;
  private final Stop stop;

  Retries(
      MigrateOptions options,
      Supplier<Optional<LockWatch.Wait>> seen,
      Consumer<String> said,
      Stop stop) {
    this.limit = options.lockRetries();
    this.lockTimeout = options.lockTimeout();
    this.seen = seen;
    this.said = said;
    this.stop = stop;
  }

  /**
   * Whether to try again. Returns when it is time.
   *
   * @param script that did not get through
   * @param attempt how often it was tried again before, from 0
   */
  boolean again(String script, ErrorKind kind, int attempt) {
    if (!kind.passes() || attempt >= limit || stop.requested()) {
      return false;
    }
    var pause = pause(attempt);
    say(
        "%s %s; try %d of %d in %s"
            .formatted(script, why(kind), attempt + 2, limit + 1, seconds(pause)));
    return !stop.await(Duration.ofMillis(pause));
  }

  void say(String line) {
    said.accept(line);
  }

  /** Nothing new is begun once the JVM is told to end. */
  void refuseWhenStopping() {
    stop.refuseToBegin();
  }

  private String why(ErrorKind kind) {
    if (kind == ErrorKind.CONFLICT) {
      return "gave way to another transaction";
    }
    var wait = seen.get();
    return "got no lock"
        + wait.flatMap(LockWatch.Wait::relation).map(it -> " on " + it).orElse("")
        + lockTimeout.map(it -> " within " + seconds(it.toMillis())).orElse("")
        + wait.map(it -> " (held by " + String.join(" and ", it.holders()) + ")").orElse("");
  }

  /** Half of it is chance, so that two who got into each other's way do not meet again. */
  private static long pause(int attempt) {
    var whole = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
    return whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1);
  }

  static String seconds(long millis) {
    return millis % 1000 == 0
        ? millis / 1000 + " s"
        : String.format(Locale.ROOT, "%.1f s", Math.max(0.1, millis / 1000.0));
  }
}
