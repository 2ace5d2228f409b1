package dev.tidegate.action.comment;

import dev.tidegate.action.comment.Numbers.Range;
import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The SQL as a comment shows it: numbered statements, and for those without room a line that says
 * so. The same statements and numbers give the same text, so that a deploy can tell whether what
 * stands on GitHub is what it is about to run.
 */
final class SqlBlock {
  private SqlBlock() {}

  /** The same plan, made visible once: doing so again changes nothing and costs little. */
  static Plan visible(Plan plan) {
    return new Plan(
        plan.hash(),
        plan.statements().stream()
            .map(
                statement ->
                    new Statement(
                        Visible.line(statement.file()), Visible.lines(statement.sql().strip())))
            .toList());
  }

  /** The text of visible statements. */
  static String text(List<Statement> statements, Numbers shown) {
    var parts = new ArrayList<String>();
    var gaps = shown.missing(statements.size()).iterator();
    var gap = gaps.hasNext() ? gaps.next() : new Range(0, 0);
    for (int number = 1; number <= statements.size(); number++) {
      if (shown.has(number)) {
        parts.add(shown(number, statements.get(number - 1)));
      } else if (number == gap.last()) {
        parts.add(notShown(gap, statements));
        gap = gaps.hasNext() ? gaps.next() : new Range(0, 0);
      }
    }
    return String.join("\n", parts);
  }

  /**
   * The text of the last statements of so many, from the first of them that is shown: a gap before
   * it holds others too.
   */
  static String rest(List<Statement> last, Numbers shown, int count) {
    var before = count - last.size();
    var first = before + 1;
    while (first <= count && !shown.has(first)) {
      first++;
    }
    var filled = new ArrayList<Statement>(Collections.nCopies(before, new Statement("", "")));
    filled.addAll(last);
    var numbers = new TreeSet<>(shown.sorted());
    numbers.addAll(Numbers.upTo(first - 1).sorted());
    var text = text(filled, new Numbers(numbers));
    var parts = text(filled.subList(0, first - 1), Numbers.upTo(first - 1));
    return parts.isEmpty() ? text : text.substring(Math.min(text.length(), parts.length() + 1));
  }

  static String shown(int number, Statement statement) {
    var file = statement.file().isEmpty() ? "" : " · " + statement.file();
    return "-- " + number + file + "\n" + statement.sql() + "\n";
  }

  private static String notShown(Range gap, List<Statement> statements) {
    var length =
        statements.subList(gap.first() - 1, gap.last()).stream()
            .mapToLong(statement -> statement.sql().length())
            .sum();
    return String.format(
        Locale.ROOT,
        "-- %s not shown: %s, %,d characters\n",
        gap.text(),
        Numbers.count(gap.count(), "statement"),
        length);
  }

  /** {@code sha256:} and 64 digits. */
  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return "sha256:"
          + HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
