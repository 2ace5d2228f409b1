package dev.tidegate.action.github;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * GitHub's limits on calls, read off an answer. <a
 * href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api">Manual</a>.
 */
final class Limits {
  /** What the manual asks for where a secondary limit names no time of its own. */
  private static final Duration SECONDARY = Duration.ofMinutes(1);

  private Limits() {}

  /** Whether a 403 is a limit and no question of permission. */
  static boolean apply(Answer answer, String said) {
    return answer.header("retry-after").isPresent()
        || isExhausted(answer)
        || said.toLowerCase(Locale.ROOT).contains("rate limit");
  }

  /** How long the answer asks us to wait, where it does. */
  static Optional<Duration> wait(Answer answer, int attempt, Instant now) {
    var asked = answer.header("retry-after").flatMap(value -> retryAfter(value, now));
    if (asked.isPresent()) {
      return asked;
    }
    if (isExhausted(answer)) {
      return answer.header("x-ratelimit-reset").flatMap(value -> reset(value, now));
    }
    return answer.status() == 403 || answer.status() == 429
        ? Optional.of(SECONDARY.multipliedBy(1L << Math.min(attempt - 1, 10)))
        : Optional.empty();
  }

  private static boolean isExhausted(Answer answer) {
    return answer.header("x-ratelimit-remaining").filter("0"::equals).isPresent();
  }

  /** Seconds, or a date of HTTP as a proxy may send. */
  private static Optional<Duration> retryAfter(String value, Instant now) {
    try {
      return Optional.of(notNegative(Duration.ofSeconds(Long.parseLong(value.strip()))));
    } catch (NumberFormatException e) {
      return date(value, now);
    }
  }

  private static Optional<Duration> date(String value, Instant now) {
    try {
      var date = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(notNegative(Duration.between(now, date.toInstant())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Seconds since 1970; one more, as clocks differ. */
  private static Optional<Duration> reset(String value, Instant now) {
    try {
      var at = Instant.ofEpochSecond(Long.parseLong(value.strip())).plusSeconds(1);
      return Optional.of(notNegative(Duration.between(now, at)));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration notNegative(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
