package dev.tidegate.maven;

import dev.tidegate.report.Tone;
import java.io.PrintWriter;
import java.util.Map;

/**
 * A line at the bottom of a terminal that is drawn over again and again. Only carriage returns and
 * blanks, which every terminal understands.
 */
final class Terminal {
  /** A line that wraps cannot be drawn over; narrower terminals than this are rare. */
  private static final int WIDTH = 79;

  /** https://en.wikipedia.org/wiki/ANSI_escape_code#Select_Graphic_Rendition_parameters. */
  private static final Map<Tone, String> COLOURS =
      Map.of(Tone.DANGER, "\u001b[1;31m", Tone.WARNING, "\u001b[33m", Tone.CALM, "\u001b[32m");

  private final PrintWriter out;
  private final boolean coloured;
  private int drawn;

  Terminal(PrintWriter out) {
    this(out, false);
  }

  /** One that may be written to in colours. */
  Terminal(PrintWriter out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  /** The line in the tone's colour. */
  String toned(Tone tone, String line) {
    return !coloured || tone == Tone.PLAIN ? line : COLOURS.get(tone) + line + "\u001b[0m";
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
