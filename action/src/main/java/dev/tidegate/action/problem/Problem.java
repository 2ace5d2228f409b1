package dev.tidegate.action.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that went wrong, ready to be read: one of the action's own, or one that a goal's report
 * tells of.
 *
 * @param code as it is printed, {@code TG-5101}
 * @param reason as the output {@code failure-reason} has it, {@code input-invalid}
 * @param summary the fact, one line, no full stop, starting in lower case
 * @param detail facts, one line each
 * @param state what is true of the database now; empty when nothing touched it
 * @param hint one thing to do
 */
public record Problem(
    String code,
    String reason,
    String summary,
    List<String> detail,
    Optional<String> state,
    Optional<String> hint) {

  public Problem {
    detail = List.copyOf(detail);
  }

  /** One of the action's own, of which only the fact is known. */
  public static Problem of(ProblemCode code, String summary) {
    return new Problem(
        code.id(), code.reason(), summary, List.of(), Optional.empty(), Optional.empty());
  }

  /** This problem with more lines of detail after those it has. */
  public Problem withDetail(List<String> more) {
    var lines = new ArrayList<>(detail);
    lines.addAll(more);
    return new Problem(code, reason, summary, lines, state, hint);
  }

  /** This problem with more detail after what it has; a text of several lines is split. */
  public Problem withDetail(String more) {
    return withDetail(more.lines().toList());
  }

  /** This problem, with what is true of the database now. */
  public Problem withState(String now) {
    return new Problem(code, reason, summary, detail, Optional.of(now), hint);
  }

  /** This problem, with one thing to do. */
  public Problem withHint(String todo) {
    return new Problem(code, reason, summary, detail, state, Optional.of(todo));
  }

  /** The problem as it is thrown: {@code throw problem.exception()}. */
  public ActionException exception() {
    return new ActionException(this);
  }

  /** As the log has it: {@code TG-5101 fact}, then detail, state and hint indented. */
  public String text() {
    var text = new StringBuilder(code).append(' ').append(summary);
    for (int i = 0; i < detail.size(); i++) {
      text.append(i == 0 ? "\n  Detail: " : "\n          ").append(detail.get(i));
    }
    state.ifPresent(now -> text.append("\n  State:  ").append(indented(now)));
    hint.ifPresent(todo -> text.append("\n  Hint:   ").append(indented(todo)));
    return text.toString();
  }

  /** A text of several lines stays below its label. */
  private static String indented(String text) {
    return text.replace("\n", "\n          ");
  }
}
