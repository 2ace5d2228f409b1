package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.Hazard;
import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Standing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Chooses which statements a comment shows. Whole ones only: half of a statement would read as
 * another one. Where there is no room for all, those that destroy data come first, then those with
 * another hazard, then the rest in order.
 */
final class SqlSection {
  /** Around the SQL: the fold, the mark before the block and its fence. */
  static final int FRAME = 400;

  /** Line before the block; nothing else in a comment begins a line with it. */
  static final String MARK = "<!-- tidegate:sql -->";

  /** What the line of a gap may take. */
  private static final int GAP = 90;

  /** So that the marker stays short, a choice with more gaps becomes the statements up to one. */
  private static final int LONGEST_NUMBERS = 1_500;

  private SqlSection() {}

  static String whole(Plan plan) {
    return markdown(plan, Numbers.upTo(plan.statements().size()));
  }

  static String markdown(Plan plan, Numbers shown) {
    if (plan.statements().isEmpty()) {
      return "";
    }
    return verbatim(SqlBlock.text(plan.statements(), shown), shown, plan.statements().size());
  }

  /** What a comment shows already of so many statements, letter by letter. */
  static String verbatim(String sql, Numbers shown, int statements) {
    var total = Numbers.count(statements, "statement");
    var title =
        shown.sorted().size() == statements
            ? "SQL: " + total
            : "SQL: " + shown.sorted().size() + " of " + total;
    return Markdown.folded(title, MARK + "\n\n" + Markdown.fenced("sql", sql));
  }

  /** Statements for which there is room. */
  static Numbers choose(Plan plan, List<Hazard> hazards, int room) {
    var standings = new HashMap<Integer, Standing>();
    hazards.forEach(
        hazard ->
            standings.merge(
                hazard.statement(),
                hazard.standing(),
                (one, other) -> one.compareTo(other) <= 0 ? one : other));
    var byWeight =
        IntStream.rangeClosed(1, plan.statements().size())
            .boxed()
            .sorted(
                Comparator.comparing(
                    standings::get, Comparator.nullsLast(Comparator.<Standing>naturalOrder())))
            .toList();
    var chosen = fill(plan, byWeight, room);
    if (chosen.text().length() > LONGEST_NUMBERS) {
      var inOrder = IntStream.rangeClosed(1, plan.statements().size()).boxed().toList();
      return fill(plan, inOrder, room);
    }
    return chosen;
  }

  /**
   * Takes statements in this order as long as they fit. One that does not fit is passed over only
   * where it is too long by itself; else the rest is left out as well, so that few gaps arise.
   */
  private static Numbers fill(Plan plan, List<Integer> order, int room) {
    var chosen = new TreeSet<Integer>();
    var left = room - FRAME - GAP;
    var ticks = 0;
    for (var number : order) {
      var text = SqlBlock.shown(number, plan.statements().get(number - 1));
      // both fences grow with the longest run of backticks
      var longer = Math.max(0, Markdown.longestRun(text) - ticks);
      var length = text.length() + 1 + 2 * longer;
      var cost = length + GAP * moreGaps(chosen, number);
      if (cost <= left) {
        chosen.add(number);
        left -= cost;
        ticks += longer;
      } else if (length <= room / 2) {
        break;
      }
    }
    return new Numbers(chosen);
  }

  private static int moreGaps(Set<Integer> chosen, int number) {
    return 1 - (chosen.contains(number - 1) ? 1 : 0) - (chosen.contains(number + 1) ? 1 : 0);
  }
}
