package dev.tidegate.migration;

import dev.tidegate.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a migration goes on of which it is not known whether its last statement ended: {@code
 * V7__x.sql:4} says that statements 1 to 3 are done and 4 is not.
 *
 * @param script its path within the migrations folder
 * @param statement the next one to run, from 1
 */
public record ResumePoint(String script, int statement) {
  private static final Pattern FORM = Pattern.compile("(.+\\.sql):([1-9][0-9]{0,8})");

  /**
   * Reads the form above.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1003 if the text has another
   */
  public static ResumePoint parse(String text) {
    var matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw MigrationProblems.resumePointUnreadable(text).exception();
    }
    return new ResumePoint(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  /** TG-2114 if no migration waits for this answer. */
  public Optional<Problem> objection(List<Progress> interrupted) {
    var asked = interrupted.stream().anyMatch(it -> it.script().equals(script) && it.unknown());
    return asked ? Optional.empty() : Optional.of(ResumeProblems.nothingToResume(this));
  }

  @Override
  public String toString() {
    return script + ":" + statement;
  }
}
