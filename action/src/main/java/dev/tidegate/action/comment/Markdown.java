package dev.tidegate.action.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts text of any origin into GitHub's Markdown so that it stays text. */
public final class Markdown {
  private static final Pattern WORD =
      Pattern.compile("[(\"'“‘]*\\p{L}[\\p{L}\\p{M}'’]*(-\\p{L}+)*[)\"'”’.,;:!?]*");

  /** Numbers, dates, times; one with a full stop behind it could begin a list. */
  private static final Pattern NUMBER =
      Pattern.compile("(\\d[\\d,]*(\\.\\d+)?%?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}:\\d{2})[,;:]?");

  private static final Pattern SIGN = Pattern.compile("[–—→·…]");
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private Markdown() {}

  /**
   * A name or a piece of SQL within a line. It always stands between backticks, since GitHub looks
   * for links in HTML's {@code <code>} too; there are more of them than it holds in a row.
   */
  public static String code(String text) {
    var line = Visible.line(text).strip();
    if (line.isEmpty()) {
      return "";
    }
    var ticks = "`".repeat(longestRun(line) + 1);
    var pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return ticks + pad + line + pad + ticks;
  }

  /** Length of the longest run of backticks. */
  static int longestRun(String text) {
    return BACKTICKS.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
  }

  /**
   * A sentence. Plain words stay; whatever else it holds (a name with a dot, an address, a sign
   * that mentions or links) becomes code, where GitHub looks for nothing.
   */
  public static String prose(String text) {
    var parts = new ArrayList<String>();
    var other = new ArrayList<String>();
    for (var token : Visible.line(text).strip().split(" +")) {
      if (isPlain(token)) {
        flush(other, parts);
        parts.add(token);
      } else {
        other.add(token);
      }
    }
    flush(other, parts);
    return String.join(" ", parts);
  }

  private static boolean isPlain(String token) {
    return WORD.matcher(token).matches()
        || NUMBER.matcher(token).matches()
        || SIGN.matcher(token).matches();
  }

  private static void flush(List<String> other, List<String> parts) {
    if (!other.isEmpty()) {
      parts.add(code(String.join(" ", other)));
      other.clear();
    }
  }

  /** A block of code; its fence is longer than any run of backticks in it. */
  public static String fenced(String language, String text) {
    var fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return fence + language + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence;
  }

  /** Something folded away; the title is our own. */
  public static String folded(String title, String content) {
    return "<details><summary>" + title + "</summary>\n\n" + content + "\n\n</details>";
  }

  /** A row of a table; each cell is Markdown already. */
  public static String row(List<String> cells) {
    return "| " + String.join(" | ", cells.stream().map(Markdown::cell).toList()) + " |";
  }

  /**
   * Behind a backslash it depends on who reads whether a pipe ends the cell: it is shown as a
   * number.
   */
  private static String cell(String markdown) {
    return markdown.replace("\\|", "\\⟨U+007C⟩").replace("|", "\\|");
  }

  /** The first two lines of a table. */
  public static String header(String... cells) {
    return row(List.of(cells)) + "\n|" + " --- |".repeat(cells.length);
  }

  /** A link to where our own run is; an address that is not like one is shown as code. */
  public static String link(String words, String address) {
    return address.matches("https?://[A-Za-z0-9._:-]+(/[A-Za-z0-9._/#-]*)?")
        ? "[" + words + "](" + address + ")"
        : words + " " + code(address);
  }

  /** One visible line, cut in the middle where it is longer, since both ends tell most. */
  public static String cutLine(String text, int longest) {
    // first what is too long anyway: making it visible costs
    return cut(Visible.line(cut(text, longest)), longest);
  }

  /** The text, cut in the middle where it is longer; it has to be visible already. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var first = boundary(text, longest / 2);
    var last = boundary(text, text.length() - longest / 2);
    return text.substring(0, first) + " … " + text.substring(last);
  }

  /** Never between the two halves of one character. */
  private static int boundary(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
  }
}
