package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.PendingFile;
import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Rollback;
import dev.tidegate.action.comment.ReviewComment.Statement;
import dev.tidegate.action.comment.Section.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a comment that are lists: each shows as many of its first lines as there is room.
 */
final class Lists {
  /** Around a list: its title and the fold. */
  private static final int FRAME = 200;

  private static final int LONGEST_LINE = 500;

  private Lists() {}

  static Section pending(List<PendingFile> files) {
    var lines =
        files.stream()
            .map(
                file ->
                    "- "
                        + Markdown.code(Markdown.cutLine(file.path(), LONGEST_LINE))
                        + ", "
                        + Numbers.count(file.statements(), "statement"))
            .toList();
    return lines("Not yet deployed: " + Numbers.count(files.size(), "file"), "pending file", lines);
  }

  static Section drift(List<String> drift) {
    if (drift.isEmpty()) {
      return Section.empty();
    }
    var lines = drift.stream().map(line -> Markdown.cutLine(line, LONGEST_LINE)).toList();
    return Section.of(
        drifted(lines),
        1_500,
        room -> {
          // a line of backticks makes both fences as long
          var fitting = fitting(lines, room - 2 * LONGEST_LINE);
          return new Part(
              fitting.isEmpty() ? "" : drifted(fitting),
              left(lines.size() - fitting.size(), lines.size(), "line") + " of drift");
        });
  }

  private static String drifted(List<String> lines) {
    return "**Drift:** the database is not what its migrations build.\n\n"
        + Markdown.fenced("text", String.join("\n", lines));
  }

  /** Half of a way back leads nowhere: it is shown whole or not at all. */
  static Section rollback(Rollback rollback) {
    if (rollback.statements().isEmpty() && rollback.lost().isEmpty()) {
      return Section.empty();
    }
    var statements =
        SqlBlock.visible(new Plan(Optional.empty(), rollback.statements())).statements();
    var text = new StringBuilder();
    if (!statements.isEmpty()) {
      var sql = SqlBlock.text(statements, Numbers.upTo(statements.size()));
      text.append(Markdown.fenced("sql", sql));
    }
    if (!rollback.lost().isEmpty()) {
      var lost = rollback.lost().stream().map(line -> "- " + Markdown.prose(line)).toList();
      text.append(text.isEmpty() ? "" : "\n\n")
          .append("It does not bring back:\n\n")
          .append(String.join("\n", lost));
    }
    return Section.of(
        Markdown.folded("The way back", text.toString()),
        0,
        room -> new Part("", "the way back, " + length(statements)));
  }

  private static String length(List<Statement> statements) {
    var length = statements.stream().mapToLong(statement -> statement.sql().length()).sum();
    return String.format(Locale.ROOT, "%,d characters", length);
  }

  private static Section lines(String title, String what, List<String> lines) {
    if (lines.isEmpty()) {
      return Section.empty();
    }
    return Section.of(
        Markdown.folded(title, String.join("\n", lines)),
        1_500,
        room -> {
          var fitting = fitting(lines, room);
          return new Part(
              fitting.isEmpty() ? "" : Markdown.folded(title, String.join("\n", fitting)),
              left(lines.size() - fitting.size(), lines.size(), what));
        });
  }

  private static String left(int left, int all, String what) {
    return String.format(Locale.ROOT, "%,d of ", left) + Numbers.count(all, what);
  }

  private static List<String> fitting(List<String> lines, int room) {
    var left = room - FRAME;
    var many = 0;
    while (many < lines.size() && left - lines.get(many).length() - 1 >= 0) {
      left -= lines.get(many).length() + 1;
      many++;
    }
    return lines.subList(0, many);
  }
}
