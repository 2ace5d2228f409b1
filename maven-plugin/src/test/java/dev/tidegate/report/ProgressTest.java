package dev.tidegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<String> said = new ArrayList<>();
  private final List<String> drawn = new ArrayList<>();
  private boolean terminal;
  private long now;

  private final Progress progress = new Progress(new Recorder(), () -> now);

  private final class Recorder implements Console {
    @Override
    public void info(String text) {
      said.add(text);
    }

    @Override
    public void warn(String text) {
      said.add(text);
    }

    @Override
    public boolean redraw(String line) {
      drawn.add(line);
      return terminal;
    }
  }

  /** A hundred rows every tenth of a second. */
  private void copyFor(int seconds) {
    progress.begin(1, 10_000);
    progress.table("users");
    for (var i = 0; i < seconds * 10; i++) {
      now += Duration.ofMillis(100).toNanos();
      progress.advance(100);
    }
  }

  @Test
  void saysAPlainLineEveryTenSecondsWhereNothingCanBeDrawn() {
    copyFor(12);

    assertThat(said)
        .containsExactly(
            "copy: 1 table, about 10,000 rows",
            "copy: 10,000 of 10,000 rows (100 %), 1,000 rows/s, 0 s left, users");
  }

  @Test
  void drawsRateAndRemainingTimeOnATerminal() {
    terminal = true;

    copyFor(4);

    assertThat(said).containsExactly("copy: 1 table, about 10,000 rows");
    assertThat(drawn)
        .hasSizeBetween(12, 16)
        .contains("copy: 3,900 of 10,000 rows (39 %), 1,000 rows/s, 7 s left, users");
  }

  @Test
  void takesTheLineAwayAtTheEnd() {
    terminal = true;

    copyFor(1);
    progress.end();

    assertThat(drawn).last().isEqualTo("");
  }
}
