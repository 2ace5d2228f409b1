package dev.tidegate.maven;

import dev.tidegate.jdbc.Masking;
import dev.tidegate.report.Console;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log as a console: a line each, without passwords.
 *
 * @param interactive whether a person may be asked
 */
record MavenConsole(Log log, Masking masking, boolean interactive) implements Console {

  /**
   * Whether a person sits at a terminal. Since Java 22 there is a console without a terminal too,
   * whose {@code isTerminal} is asked by name, as this is compiled for Java 17.
   */
  @SuppressWarnings("SystemConsoleNull") // what it means on either Java is told apart below
  static boolean onTerminal() {
    var console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) console.getClass().getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // before Java 22 there is a console only on a terminal
    }
  }

  @Override
  public void info(String text) {
    masking.apply(text).lines().forEach(log::info);
  }

  @Override
  public void warn(String text) {
    masking.apply(text).lines().forEach(log::warn);
  }
}
