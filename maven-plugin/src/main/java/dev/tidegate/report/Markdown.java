package dev.tidegate.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces of Markdown that no content can break out of. */
public final class Markdown {
  private Markdown() {}

  /** A code block whose fence is longer than any run of backticks in the text. */
  public static String fenced(String language, String text) {
    var fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return fence + language + "\n" + text.stripTrailing() + "\n" + fence;
  }

  /** Text as code inside a line. */
  public static String code(String text) {
    var line = text.replaceAll("\\s+", " ");
    var tick = "`".repeat(longestRun(line) + 1);
    var space = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return tick + space + line + space + tick;
  }

  /** A table; the cells' pipes are escaped and their line ends become spaces. */
  public static String table(List<String> head, List<List<String>> rows) {
    return Stream.concat(
            Stream.of(row(head), row(head.stream().map(cell -> "---").toList())),
            rows.stream().map(Markdown::row))
        .collect(Collectors.joining("\n"));
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static int longestRun(String text) {
    var longest = 0;
    var run = 0;
    for (var i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
