package dev.tidegate.action.command;

import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import dev.tidegate.action.report.DiffFacts.ChangeFact;
import dev.tidegate.action.report.HazardFact;
import dev.tidegate.action.report.ScriptFact;
import java.util.ArrayList;
import java.util.List;

/** What a review says no for, in words. */
final class ReviewProblems {
  /** GitHub's limit for the name of a label. */
  private static final int LONGEST_LABEL = 50;

  /** Both ways to end a drift. */
  static final String ADOPT_OR_UNDO =
      "to keep it: mvn tidegate:diff -Dtidegate.from=migrations -Dtidegate.to=target"
          + " -Dtidegate.name=adopt\n"
          + "to undo it: mvn tidegate:diff -Dtidegate.from=target -Dtidegate.to=migrations";

  private static final int SHOWN = 10;

  private ReviewProblems() {}

  /** A hazard with the file that has it. */
  record InFile(ScriptFact script, HazardFact hazard) {}

  /** TG-5201. */
  static Problem schemaWithoutMigration(List<ChangeFact> changes, String command) {
    return Problem.of(
            ProblemCode.SCHEMA_WITHOUT_MIGRATION,
            "the declared schema has changed, and no migration does so")
        .withDetail(shown(changes.stream().map(it -> firstLine(it.sql())).toList()))
        .withHint(command);
  }

  /** The goal's own problem, with ways to approve that a pull request has. */
  static Problem notApproved(Problem refusal, List<InFile> hazards) {
    var words =
        hazards.stream()
            .map(it -> "%s: %s   [%s]".formatted(script(it), it.hazard().message(), type(it)))
            .toList();
    var own =
        new Problem(
            refusal.code(),
            refusal.reason(),
            "pending migrations would destroy data, and nobody has approved that",
            List.of(),
            refusal.state(),
            refusal.hint());
    return hazards.isEmpty()
        ? refusal
        : own.withDetail(shown(words)).withHint(approving(hazards.get(0)));
  }

  /** TG-5202. */
  static Problem hazardNotWanted(List<InFile> hazards) {
    return Problem.of(
            ProblemCode.HAZARD_NOT_WANTED,
            "pending migrations do what fail-on names, and nobody has approved that")
        .withDetail(
            shown(
                hazards.stream()
                    .map(
                        it ->
                            "%s: %s   [%s]".formatted(script(it), it.hazard().message(), type(it)))
                    .toList()))
        .withHint(approving(hazards.get(0)));
  }

  /** TG-5204. */
  static Problem drift(List<String> drift) {
    return Problem.of(ProblemCode.DRIFT_NOT_WANTED, "the database is not what its migrations build")
        .withDetail(shown(drift))
        .withState("nothing was changed")
        .withHint(ADOPT_OR_UNDO);
  }

  private static String approving(InFile it) {
    var approval = it.hazard().approval();
    var file =
        "-- tidegate:allow %s %s because …".formatted(it.hazard().type(), objectOf(approval));
    var label = "tidegate:allow " + approval;
    var elsewhere =
        label.length() <= LONGEST_LABEL
            ? "give the pull request the label `%s`, or approve it with a review that holds this line"
            : "approve the pull request with a review that holds the line `%s`";
    return "if it is meant: put `%s` into %s, or ".formatted(file, script(it))
        + elsewhere.formatted(label);
  }

  private static String objectOf(String approval) {
    return approval.substring(approval.indexOf(':') + 1);
  }

  private static String script(InFile it) {
    return it.script().script();
  }

  private static String type(InFile it) {
    return it.hazard().type();
  }

  private static String firstLine(String sql) {
    return sql.strip().lines().findFirst().orElse("");
  }

  private static List<String> shown(List<String> lines) {
    if (lines.size() <= SHOWN) {
      return lines;
    }
    var some = new ArrayList<>(lines.subList(0, SHOWN));
    some.add("and " + (lines.size() - SHOWN) + " more");
    return some;
  }
}
