package dev.tidegate.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void saysTheVersionThatTheBuildGaveIt() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("tidegate-action \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void saysHowItIsUsed() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: tidegate-action").contains("--version");
  }

  @Test
  void askedNothingSaysHowItIsUsed() {
    assertThat(run()).isZero();
    assertThat(out.toString()).startsWith("Usage: tidegate-action");
  }

  @Test
  void refusesAnArgumentThatItDoesNotKnow() {
    assertThat(run("--publish")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown option: '--publish'");
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
