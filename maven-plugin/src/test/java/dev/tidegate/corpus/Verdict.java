package dev.tidegate.corpus;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * What came of one direction of one pair.
 *
 * @param name of the pair
 * @param direction {@code forth} or {@code back}
 * @param outcome see {@link Outcome}
 * @param code of the problem for {@code refused}; the law that was broken for {@code wrong}
 * @param reason in words; empty for {@code equal}
 * @param statements how many the plan had
 * @param millis that the diff with its proof took
 */
record Verdict(
    String name,
    String direction,
    Outcome outcome,
    String code,
    String reason,
    int statements,
    long millis) {
  /** The outcomes, the best first. */
  enum Outcome {
    /** The plan is proved, a second diff is empty, rows are kept, dumps are the same. */
    EQUAL,
    /** No plan, and the reason was said. */
    REFUSED,
    /** A plan that does not do what it should, or no answer at all. */
    WRONG
  }

  private static final int SHORT = 400;

  String json() {
    var json = new JsonObject();
    json.addProperty("case", name);
    json.addProperty("direction", direction);
    json.addProperty("verdict", outcome.name().toLowerCase(java.util.Locale.ROOT));
    json.addProperty("code", code);
    json.addProperty("reason", reason);
    json.addProperty("statements", statements);
    json.addProperty("millis", millis);
    return json.toString();
  }

  /** One line for people. */
  String line() {
    var text = reason.replaceAll("\\s+", " ");
    return "%s %s %s %s: %s"
        .formatted(
            outcome, code, name, direction, text.substring(0, Math.min(SHORT, text.length())));
  }

  /** How many of each outcome, as a table. */
  static String summary(List<Verdict> verdicts) {
    var text = new StringBuilder();
    for (var outcome : Outcome.values()) {
      var count = verdicts.stream().filter(it -> it.outcome() == outcome).count();
      text.append(
          "%-8s %5d  %5.1f %%%n"
              .formatted(
                  outcome.name().toLowerCase(java.util.Locale.ROOT),
                  count,
                  verdicts.isEmpty() ? 0 : 100.0 * count / verdicts.size()));
    }
    return text.toString();
  }
}
