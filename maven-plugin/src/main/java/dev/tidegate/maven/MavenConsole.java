package dev.tidegate.maven;

import dev.tidegate.jdbc.Masking;
import dev.tidegate.report.Console;
import dev.tidegate.report.Tone;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Maven's log as a console: a line each, without passwords. */
final class MavenConsole implements Console {
  private final Log log;
  private final Masking masking;
  private final Optional<Terminal> terminal;

  /**
   * A console on this log.
   *
   * @param terminal where a person sits who may be asked; null where nobody does
   */
  MavenConsole(Log log, Masking masking, @Nullable Terminal terminal) {
    this.log = log;
    this.masking = masking;
    this.terminal = Optional.ofNullable(terminal);
  }

  /**
   * The terminal that the build runs on, if it does. Since Java 22 there is a console without a
   * terminal too, whose {@code isTerminal} is asked by name, as this is compiled for Java 17.
   */
  @SuppressWarnings("SystemConsoleNull") // what it means on either Java is told apart below
  static @Nullable Terminal terminal(boolean coloured) {
    var console = System.console();
    if (console == null) {
      return null;
    }
    try {
      var there = (boolean) console.getClass().getMethod("isTerminal").invoke(console);
      return there ? new Terminal(console.writer(), coloured) : null;
    } catch (ReflectiveOperationException e) {
      return new Terminal(
          console.writer(), coloured); // before Java 22 there is a console only on a terminal
    }
  }

  @Override
  public boolean interactive() {
    return terminal.isPresent();
  }

  @Override
  public String toned(Tone tone, String line) {
    return terminal.map(place -> place.toned(tone, line)).orElse(line);
  }

  @Override
  public boolean redraw(String line) {
    terminal.ifPresent(place -> place.draw(masking.apply(line)));
    return terminal.isPresent();
  }

  @Override
  public void info(String text) {
    redraw("");
    masking.apply(text).lines().forEach(log::info);
  }

  @Override
  public void warn(String text) {
    redraw("");
    masking.apply(text).lines().forEach(log::warn);
  }
}
