package dev.tidegate.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that went wrong, ready to be read.
 *
 * @param code stable, never reused
 * @param summary the fact, one line, no full stop, starting in lower case
 * @param detail facts, the database's own words, the statement: one line each
 * @param state what is true of the database now; always given by what writes
 * @param hint one thing to do that can be pasted, given only when it is true in this situation
 */
public record Problem(
    ProblemCode code,
    String summary,
    List<String> detail,
    Optional<String> state,
    Optional<String> hint) {

  public Problem {
    detail = List.copyOf(detail);
  }

  /** A problem of which only the fact is known; the rest is added by the {@code with} methods. */
  public static Problem of(ProblemCode code, String summary) {
    return new Problem(code, summary, List.of(), Optional.empty(), Optional.empty());
  }

  /** This problem with more detail after what it has; a text of several lines is split. */
  public Problem withDetail(String more) {
    return withDetail(more.lines().toList());
  }

  /** This problem with more lines of detail after those it has. */
  public Problem withDetail(List<String> more) {
    var lines = new ArrayList<>(detail);
    lines.addAll(more);
    return new Problem(code, summary, lines, state, hint);
  }

  /** This problem, with what is true of the database now. */
  public Problem withState(String now) {
    return new Problem(code, summary, detail, Optional.of(now), hint);
  }

  /** This problem, with one thing to do. */
  public Problem withHint(String todo) {
    return new Problem(code, summary, detail, state, Optional.of(todo));
  }

  /** The problem as it is thrown: {@code throw problem.exception()}. */
  public TidegateException exception() {
    return new TidegateException(this);
  }

  /** The problem as it is thrown, with what caused it. */
  public TidegateException exception(Throwable cause) {
    return new TidegateException(this, cause);
  }

  /** All of it in the house's form, several lines, without a line end after the last. */
  public String text() {
    var text = new StringBuilder(code.id()).append(' ').append(summary);
    section(text, "Detail", detail);
    state.ifPresent(now -> section(text, "State", now.lines().toList()));
    hint.ifPresent(todo -> section(text, "Hint", todo.lines().toList()));
    section(text, "See", List.of(code.page()));
    return text.toString();
  }

  private static void section(StringBuilder text, String label, List<String> lines) {
    var prefix = (label + ":       ").substring(0, 8);
    for (var line : lines) {
      text.append("\n  ").append(prefix).append(line);
      prefix = "        ";
    }
  }
}
