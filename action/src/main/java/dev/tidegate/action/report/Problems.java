package dev.tidegate.action.report;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.problem.Problem;
import java.util.Locale;
import java.util.Optional;

/** The problem that a report tells of. */
final class Problems {
  private static final String PARAMETER = "-Dtidegate.scratchTrust=trusted";

  private Problems() {}

  static Optional<Problem> in(Json report) {
    return report.optionalObject("problem").map(Problems::read);
  }

  /** What a step of a workflow has an input for is no parameter there. */
  private static String inWorkflow(String hint) {
    return hint.replace(PARAMETER, "the input `scratch-trust: trusted`");
  }

  static Problem read(Json json) {
    var code = json.text("code");
    return new Problem(
        code,
        json.optionalText("name").orElse(code.toLowerCase(Locale.ROOT)),
        json.text("summary"),
        json.texts("detail"),
        json.optionalText("state"),
        json.optionalText("hint").map(Problems::inWorkflow));
  }
}
