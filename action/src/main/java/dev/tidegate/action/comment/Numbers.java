package dev.tidegate.action.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Numbers of statements, written short: {@code 1-4.7.9-12}.
 *
 * @param sorted the numbers
 */
record Numbers(SortedSet<Integer> sorted) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\d{1,7}(?:-\\d{1,7})?(?:\\.\\d{1,7}(?:-\\d{1,7})?)*)?");

  /** More statements than a comment could ever show. */
  private static final int MOST = 100_000;

  static Numbers upTo(int last) {
    var all = new TreeSet<Integer>();
    for (int i = 1; i <= last; i++) {
      all.add(i);
    }
    return new Numbers(all);
  }

  /** Reads what {@link #text} wrote; anybody may have changed it since. */
  static Numbers parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a list of numbers");
    }
    var numbers = new TreeSet<Integer>();
    for (var range : text.split("\\.")) {
      if (!range.isEmpty()) {
        var ends = range.split("-");
        var last = Integer.parseInt(ends[ends.length - 1]);
        for (int i = Integer.parseInt(ends[0]); i <= last && numbers.size() <= MOST; i++) {
          numbers.add(i);
        }
      }
    }
    return new Numbers(numbers);
  }

  String text() {
    return String.join(".", ranges(sorted).stream().map(Range::text).toList());
  }

  boolean has(int number) {
    return sorted.contains(number);
  }

  /** The numbers up to {@code last} that are not among these. */
  List<Range> missing(int last) {
    var others = upTo(last).sorted;
    others.removeAll(sorted);
    return ranges(others);
  }

  private static List<Range> ranges(SortedSet<Integer> numbers) {
    var ranges = new ArrayList<Range>();
    for (var number : numbers) {
      var latest = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
      if (latest != null && latest.last() == number - 1) {
        ranges.set(ranges.size() - 1, new Range(latest.first(), number));
      } else {
        ranges.add(new Range(number, number));
      }
    }
    return ranges;
  }

  record Range(int first, int last) {
    String text() {
      return first == last ? String.valueOf(first) : first + "-" + last;
    }

    int count() {
      return last - first + 1;
    }
  }

  static String count(int many, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", many, what, many == 1 ? "" : "s");
  }
}
