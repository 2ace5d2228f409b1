package dev.tidegate.action.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until somebody waits by it. */
final class TestClock implements Pause {
  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  final List<Duration> waits = new ArrayList<>();
  private Instant now = START;

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void sleep(Duration time) {
    waits.add(time);
    now = now.plus(time);
  }

  Duration waited() {
    return Duration.between(START, now);
  }
}
