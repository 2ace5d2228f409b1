package dev.tidegate.maven;

import java.io.PrintWriter;

/**
 * A line at the bottom of a terminal that is drawn over again and again. Only carriage returns and
 * blanks, which every terminal understands.
 */
final class Terminal {
  /** A line that wraps cannot be drawn over; narrower terminals than this are rare. */
  private static final int WIDTH = 79;

  private final PrintWriter out;
  private int drawn;

  Terminal(PrintWriter out) {
    this.out = out;
  }

  /** Draws a line over the one before, cut to the width; empty text takes it away. */
  void draw(String text) {
    var line = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
    if (line.isEmpty() && drawn == 0) {
      return;
    }
    out.print(
        "\r"
            + line
            + " ".repeat(Math.max(0, drawn - line.length()))
            + (line.isEmpty() ? "\r" : ""));
    out.flush();
    drawn = line.length();
  }
}
