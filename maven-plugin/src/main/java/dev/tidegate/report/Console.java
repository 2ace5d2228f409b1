package dev.tidegate.report;

/** The only way out: every line that a run shows goes through here. */
public interface Console {

  /** One or more lines for the reader. */
  void info(String text);

  /** Something to look at that stops nothing. */
  void warn(String text);

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
