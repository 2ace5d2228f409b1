package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.Deployment;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What went wrong, and what a deploy did: parts that are short, and are kept short. */
final class TroubleText {
  private static final int LONGEST_DETAIL = 4_000;
  private static final int LONGEST_LINE = 1_000;
  private static final int MOST_LINES = 100;
  private static final int LONGEST_NAME = 150;
  private static final int MOST_ROWS = 30;

  private TroubleText() {}

  static String of(Trouble trouble) {
    var text = new StringBuilder(line(trouble.summary()));
    var detail = String.join("\n", trouble.detail());
    section(text, "Detail", cutLines(detail, LONGEST_DETAIL));
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

  static String of(Deployment deployment) {
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
      blocks.add(table(Markdown.header("applied", "statements", "time"), rows, "file"));
    }
    if (!deployment.rows().isEmpty()) {
      var rows =
          deployment.rows().stream()
              .map(
                  count ->
                      List.of(
                          Markdown.code(Markdown.cutLine(count.table(), LONGEST_NAME)),
                          String.format(Locale.ROOT, "%,d", count.before()),
                          String.format(Locale.ROOT, "%,d", count.after())))
              .toList();
      blocks.add(table(Markdown.header("table", "rows before", "rows after"), rows, "table"));
    }
    return String.join("\n\n", blocks);
  }

  private static String table(String header, List<List<String>> rows, String what) {
    var shown = rows.stream().limit(MOST_ROWS).map(Markdown::row).toList();
    var more = rows.size() - shown.size();
    return header
        + "\n"
        + String.join("\n", shown)
        + (more > 0 ? "\n\nand " + Numbers.count(more, "more " + what) : "");
  }
}
