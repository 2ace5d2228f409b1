package dev.tidegate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final StringWriter screen = new StringWriter();
  private final Terminal terminal = new Terminal(new PrintWriter(screen));

  @Test
  void coversALongerLineByAShorterOne() {
    terminal.draw("copy: 10 rows");
    terminal.draw("copy: 9");
    assertThat(screen).hasToString("\rcopy: 10 rows\rcopy: 9      ");
  }

  @Test
  void takesTheLineAway() {
    terminal.draw("abc");
    terminal.draw("");
    assertThat(screen).hasToString("\rabc\r   \r");
  }

  @Test
  void cutsWhatWouldWrap() {
    terminal.draw("x".repeat(200));
    assertThat(screen.toString()).hasSize(80).endsWith("…");
  }

  @Test
  void printsNothingWhereNothingWasDrawn() {
    terminal.draw("");
    assertThat(screen.toString()).isEmpty();
  }
}
