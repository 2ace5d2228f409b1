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
    info(goal + "\n" + identity.banner().indent(2).stripTrailing());
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
