package dev.tidegate.problem;

import java.util.ArrayList;
import java.util.List;

/** A statement for a problem's detail. */
public final class StatementLines {
  private static final int MOST = 12;

  private StatementLines() {}

  /** Its first lines, and how many more there are. */
  public static List<String> of(String sql) {
    var lines = sql.strip().lines().toList();
    if (lines.size() <= MOST) {
      return lines;
    }
    var shown = new ArrayList<>(lines.subList(0, MOST));
    shown.add("… (" + (lines.size() - MOST) + " more lines)");
    return shown;
  }
}
