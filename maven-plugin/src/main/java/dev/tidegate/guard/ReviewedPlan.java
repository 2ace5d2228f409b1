package dev.tidegate.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan that somebody has read, as the report of its dry run has it.
 *
 * @param hash names it
 * @param files what they said
 */
public record ReviewedPlan(String hash, List<PlannedFile> files) {
  private static final int SHOWN_LINES = 40;
  private static final int SHOWN_LETTERS = 160;

  public ReviewedPlan {
    files = List.copyOf(files);
  }

  /** How what is pending differs from it, statement by statement, a line each. */
  List<String> difference(List<PlannedFile> pending) {
    var lines = new ArrayList<String>();
    var before = byScript(files);
    var now = byScript(pending);
    before.forEach(
        (script, file) -> {
          if (!now.containsKey(script)) {
            lines.add(script + ": was reviewed, and is not pending");
          }
        });
    now.forEach(
        (script, file) -> {
          if (!before.containsKey(script)) {
            lines.add(script + ": was not reviewed");
          }
          lines.addAll(
              statements(before.getOrDefault(script, new PlannedFile(script, List.of())), file));
        });
    if (lines.isEmpty()) {
      lines.add(
          "the statements are those that were reviewed; what was applied before them is not, or the"
              + " database differs from what it builds");
    }
    return cut(lines);
  }

  /** What is pending, for a person to compare where the reviewed plan is not known. */
  static List<String> listed(List<PlannedFile> pending) {
    var lines = new ArrayList<String>();
    for (var file : pending) {
      lines.add(file.script());
      file.statements()
          .forEach(
              one -> lines.add("    " + one.hash().substring(0, 12) + "  " + brief(one.sql())));
    }
    return cut(lines);
  }

  private static List<String> statements(PlannedFile before, PlannedFile now) {
    var lines = new ArrayList<String>();
    without(before, now).forEach(one -> lines.add("    - " + brief(one.sql())));
    without(now, before).forEach(one -> lines.add("    + " + brief(one.sql())));
    if (!lines.isEmpty()) {
      if (!before.statements().isEmpty()) {
        lines.add(0, now.script() + ": was changed");
      }
    } else if (!hashes(before).equals(hashes(now))) {
      lines.add(now.script() + ": has the same statements in another order");
    }
    return lines;
  }

  /** Statements of one file that the other has not, or not as often. */
  private static List<PlannedFile.PlannedStatement> without(PlannedFile file, PlannedFile other) {
    var left = new HashMap<String, Integer>();
    hashes(other).forEach(hash -> left.merge(hash, 1, Integer::sum));
    return file.statements().stream()
        .filter(one -> left.merge(one.hash(), -1, Integer::sum) < 0)
        .toList();
  }

  private static List<String> hashes(PlannedFile file) {
    return file.statements().stream().map(PlannedFile.PlannedStatement::hash).toList();
  }

  private static Map<String, PlannedFile> byScript(Collection<PlannedFile> files) {
    var map = new LinkedHashMap<String, PlannedFile>();
    files.forEach(file -> map.put(file.script(), file));
    return map;
  }

  private static String brief(String sql) {
    var line = sql.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN_LETTERS ? line : line.substring(0, SHOWN_LETTERS - 1) + "…";
  }

  private static List<String> cut(List<String> lines) {
    if (lines.size() <= SHOWN_LINES) {
      return lines;
    }
    var shown = new ArrayList<>(lines.subList(0, SHOWN_LINES));
    shown.add("and " + (lines.size() - SHOWN_LINES) + " more lines");
    return shown;
  }
}
