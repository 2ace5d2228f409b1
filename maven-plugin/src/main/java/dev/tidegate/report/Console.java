package dev.tidegate.report;

import dev.tidegate.guard.DatabaseIdentity;

/** The only way out: every line that a run shows goes through here. */
public interface Console {

  /** One or more lines for the reader. */
  void info(String text);

  /** Something to look at that stops nothing. */
  void warn(String text);

  /** Names the database, before it is touched. */
  default void named(String goal, DatabaseIdentity identity) {
    var lines = new StringBuilder(goal);
    identity
        .banner()
        .lines()
        .map(line -> line.startsWith("environment ") ? toned(Tone.of(identity), line) : line)
        .forEach(line -> lines.append("\n  ").append(line));
    info(lines.toString());
  }

  /** The line in the tone's colour, on a terminal that has colours; else as it is. */
  default String toned(Tone tone, String line) {
    return line;
  }

  /** Whether a person sits at a terminal and may be asked. */
  default boolean interactive() {
    return false;
  }

  /**
   * Draws a line over the one that was drawn before; empty text takes it away.
   *
   * @return whether this console can: only one on a terminal does
   */
  default boolean redraw(String line) {
    return false;
  }
}
