package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.Deployment;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What went wrong, and what a deploy did: parts that are short, and are kept short. */
final class TroubleText {
  static final int LONGEST_DETAIL = 4_000;
  private static final int LONGEST_LINE = 1_000;
  private static final int MOST_LINES = 100;
  private static final int LONGEST_NAME = 150;
  private static final int MOST_ROWS = 30;

  private TroubleText() {}

  static String of(Trouble trouble) {
    return of(trouble, LONGEST_DETAIL);
  }

  /** With so many characters of detail at most. */
  static String of(Trouble trouble, int longestDetail) {
    var text = new StringBuilder(line(trouble.summary()));
    var detail = String.join("\n", trouble.detail());
    section(text, "Detail", cutLines(detail, longestDetail));
    section(text, "State", cutLines(trouble.state(), LONGEST_LINE));
    section(text, "Hint", cutLines(trouble.hint(), LONGEST_LINE));
    return Markdown.fenced("text", text.toString());
  }

  private static void section(StringBuilder text, String label, String content) {
    var prefix = (label + ":       ").substring(0, 8);
    for (var line : content.lines().limit(MOST_LINES).toList()) {
      text.append("\n  ").append(prefix).append(line);
      prefix = "        ";
    }
  }

  private static String cutLines(String text, int longest) {
    return Markdown.cut(Visible.lines(Markdown.cut(text, longest)), longest);
  }

  private static String line(String summary) {
    return Markdown.cutLine(summary, LONGEST_LINE);
  }

  /** With tables of so many characters each. */
  static String of(Deployment deployment, int room) {
    var blocks = new ArrayList<String>();
    blocks.add(
        "Deploy of "
            + Markdown.prose(Markdown.cutLine(deployment.when(), LONGEST_NAME))
            + ", "
            + Markdown.link("run", deployment.runUrl()));
    if (!deployment.files().isEmpty()) {
      var rows =
          deployment.files().stream()
              .map(
                  file ->
                      List.of(
                          Markdown.code(Markdown.cutLine(file.path(), LONGEST_NAME)),
                          String.valueOf(file.statements()),
                          String.format(Locale.ROOT, "%,d ms", file.millis())))
              .toList();
      blocks.add(table(Markdown.header("applied", "statements", "time"), rows, "file", room));
    }
    if (!deployment.rows().isEmpty()) {
      var rows =
          deployment.rows().stream()
              .map(
                  count ->
                      List.of(
                          Markdown.code(Markdown.cutLine(count.table(), LONGEST_NAME)),
                          Markdown.prose(Markdown.cutLine(count.before(), LONGEST_NAME)),
                          Markdown.prose(Markdown.cutLine(count.after(), LONGEST_NAME))))
              .toList();
      blocks.add(table(Markdown.header("table", "rows before", "rows after"), rows, "table", room));
    }
    return String.join("\n\n", blocks);
  }

  private static String table(String header, List<List<String>> rows, String what, int room) {
    var shown = new ArrayList<String>();
    var left = room - header.length();
    for (var row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
      var text = Markdown.row(row);
      left -= text.length() + 1;
      if (left < 0) {
        break;
      }
      shown.add(text);
    }
    var more = rows.size() - shown.size();
    var count = Numbers.count(more, shown.isEmpty() ? what : "more " + what);
    if (shown.isEmpty()) {
      return count;
    }
    return header + "\n" + String.join("\n", shown) + (more > 0 ? "\n\nand " + count : "");
  }
}
