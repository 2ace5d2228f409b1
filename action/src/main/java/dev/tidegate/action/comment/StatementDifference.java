package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Two lists of statements, file by file: what is gone with a minus, what is new with a plus. */
final class StatementDifference {
  /** Beyond that many of a file in a row the longest common sequence costs too much. */
  private static final int MOST = 1_500;

  private final List<String> from;
  private final List<String> to;
  private final List<String> lines = new ArrayList<>();

  private StatementDifference(List<String> from, List<String> to) {
    this.from = from;
    this.to = to;
  }

  /** The lines; none where both are the same. */
  static List<String> lines(List<Statement> from, List<Statement> to) {
    var before = byFile(from);
    var after = byFile(to);
    var files = new LinkedHashSet<>(before.keySet());
    files.addAll(after.keySet());
    var lines = new ArrayList<String>();
    for (var file : files) {
      var changed =
          new StatementDifference(
                  before.getOrDefault(file, List.of()), after.getOrDefault(file, List.of()))
              .changed();
      if (!changed.isEmpty()) {
        lines.add(file.isEmpty() ? "(in no file)" : file);
        lines.addAll(changed);
      }
    }
    return lines;
  }

  private static Map<String, List<String>> byFile(List<Statement> statements) {
    var files = new LinkedHashMap<String, List<String>>();
    statements.forEach(
        it -> files.computeIfAbsent(it.file(), key -> new ArrayList<>()).add(it.sql()));
    return files;
  }

  private List<String> changed() {
    if (from.size() > MOST || to.size() > MOST) {
      from.stream().filter(sql -> !to.contains(sql)).forEach(sql -> add("  - ", sql));
      to.stream().filter(sql -> !from.contains(sql)).forEach(sql -> add("  + ", sql));
      return lines;
    }
    var common = common();
    var i = 0;
    var j = 0;
    while (i < from.size() || j < to.size()) {
      if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
        i++;
        j++;
      } else if (j == to.size() || (i < from.size() && common[i + 1][j] >= common[i][j + 1])) {
        add("  - ", from.get(i++));
      } else {
        add("  + ", to.get(j++));
      }
    }
    return lines;
  }

  /** Length of the longest common sequence of what follows each pair of places. */
  private int[][] common() {
    var common = new int[from.size() + 1][to.size() + 1];
    for (int i = from.size() - 1; i >= 0; i--) {
      for (int j = to.size() - 1; j >= 0; j--) {
        common[i][j] =
            from.get(i).equals(to.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void add(String sign, String sql) {
    var prefix = sign;
    for (var line : sql.lines().toList()) {
      lines.add(prefix + line);
      prefix = "    ";
    }
  }
}
