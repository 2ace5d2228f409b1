package dev.tidegate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Masking;
import dev.tidegate.report.Tone;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class MavenConsoleTest {
  private final StringWriter screen = new StringWriter();
  private final Masking masking = new Masking();

  private MavenConsole console(boolean onTerminal) {
    var log =
        new SystemStreamLog() {
          @Override
          public void info(CharSequence line) {
            screen.append("[INFO] ").append(line).append('\n');
          }
        };
    return new MavenConsole(
        log, masking, onTerminal ? new Terminal(new PrintWriter(screen)) : null);
  }

  @Test
  void drawsOnATerminalOnly() {
    assertThat(console(false).redraw("x")).isFalse();
    assertThat(console(false).interactive()).isFalse();
    assertThat(screen.toString()).isEmpty();
  }

  @Test
  void takesTheDrawnLineAwayBeforeItSaysAnother() {
    var console = console(true);
    assertThat(console.redraw("abc")).isTrue();
    console.info("one\ntwo");
    assertThat(screen).hasToString("\rabc\r   \r[INFO] one\n[INFO] two\n");
  }

  @Test
  void coloursOnATerminalThatHasColoursOnly() {
    var log = new SystemStreamLog();
    var coloured = new Terminal(new PrintWriter(screen), true);
    assertThat(new MavenConsole(log, masking, coloured).toned(Tone.DANGER, "x"))
        .isEqualTo("\u001b[1;31mx\u001b[0m");
    assertThat(new MavenConsole(log, masking, coloured).toned(Tone.PLAIN, "x")).isEqualTo("x");
    assertThat(console(true).toned(Tone.DANGER, "x")).isEqualTo("x");
    assertThat(console(false).toned(Tone.DANGER, "x")).isEqualTo("x");
  }

  @Test
  void drawsNoPassword() {
    var url = DatabaseUrl.parse("postgres://me:s3cr3t@host/app", Path.of(""));
    masking.add(ConnectionSettings.of(url, "a test"));
    console(true).redraw("with s3cr3t");
    assertThat(screen.toString()).doesNotContain("s3cr3t");
  }
}
