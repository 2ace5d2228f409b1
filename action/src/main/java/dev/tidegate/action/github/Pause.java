package dev.tidegate.action.github;

import java.time.Duration;
import java.time.Instant;

/** The clock, and how one waits by it; a test waits by a clock of its own. */
public interface Pause {

  /** The present moment. */
  Instant now();

  /** Comes back after that time. */
  void sleep(Duration time) throws InterruptedException;

  /** The machine's own clock. */
  static Pause system() {
    return new Pause() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
      }
    };
  }
}
