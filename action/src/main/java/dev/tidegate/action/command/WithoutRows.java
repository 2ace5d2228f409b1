package dev.tidegate.action.command;

import dev.tidegate.action.problem.Problem;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * A problem for readers who may not see the rows of a database: a pull request may be public, and a
 * live database quotes values when it refuses a statement.
 */
final class WithoutRows {
  private static final Pattern QUOTING = Pattern.compile("database's (detail|context): .*");

  /** Class 22: what is wrong is a value, which the message itself quotes. */
  private static final Pattern VALUE = Pattern.compile("\".*\"(?=.*\\(SQLSTATE 22...\\)$)");

  private WithoutRows() {}

  static Problem of(Problem problem) {
    var lines = new ArrayList<String>();
    var isLess = false;
    for (var line : problem.detail()) {
      var shown = VALUE.matcher(line).replaceFirst("\"…\"");
      isLess |= !shown.equals(line) || QUOTING.matcher(line).matches();
      if (!QUOTING.matcher(line).matches()) {
        lines.add(shown);
      }
    }
    if (isLess) {
      lines.add("(values of rows that the database quoted are in the run's log only)");
    }
    return new Problem(
        problem.code(),
        problem.reason(),
        problem.summary(),
        lines,
        problem.state(),
        problem.hint());
  }
}
