package dev.tidegate.report;

import dev.tidegate.copy.CopyProgress;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says how far a copy is: on a terminal that can draw over a line four times a second, elsewhere a
 * plain line every ten seconds, so that a build log stays short.
 */
public final class Progress implements CopyProgress {
  private static final long DRAW_NANOS = Duration.ofMillis(250).toNanos();
  private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();

  private final Console console;
  private final LongSupplier clock;
  private long begun;
  private long drawn;
  private long said;
  private long expected;
  private long done;
  private String table = "";

  /** Progress on this console. */
  public Progress(Console console) {
    this(console, System::nanoTime);
  }

  /** Progress by this clock of nanoseconds. */
  Progress(Console console, LongSupplier clock) {
    this.console = console;
    this.clock = clock;
    begun = clock.getAsLong();
    drawn = begun;
    said = begun;
  }

  @Override
  public void begin(int tables, long rows) {
    begun = clock.getAsLong();
    expected = rows;
    console.info("copy: %s, about %,d rows".formatted(DeployText.count(tables, "table"), rows));
  }

  @Override
  public void table(String name) {
    table = name;
  }

  @Override
  public void advance(long rows) {
    done += rows;
    show(line(clock.getAsLong()));
  }

  @Override
  public void phase(String what) {
    show("copy: " + what);
  }

  @Override
  public void end() {
    console.redraw("");
  }

  private void show(String line) {
    var now = clock.getAsLong();
    if (now - drawn >= DRAW_NANOS) {
      drawn = now;
      if (console.redraw(line)) {
        return;
      }
    }
    if (now - said >= LINE_NANOS) {
      said = now;
      console.info(line);
    }
  }

  private String line(long now) {
    var seconds = Math.max(1e-3, (now - begun) / 1e9);
    var rate = done / seconds;
    var left = Math.max(0, expected - done) / Math.max(rate, 1);
    if (done > expected) {
      return "copy: %,d rows, %,d rows/s, %s".formatted(done, (long) rate, table);
    }
    return "copy: %,d of %,d rows (%d %%), %,d rows/s, %s left, %s"
        .formatted(
            done,
            expected,
            100 * done / Math.max(expected, 1),
            (long) rate,
            time((long) Math.ceil(left)),
            table);
  }

  private static String time(long seconds) {
    return seconds < 60 ? seconds + " s" : "%d:%02d min".formatted(seconds / 60, seconds % 60);
  }
}
