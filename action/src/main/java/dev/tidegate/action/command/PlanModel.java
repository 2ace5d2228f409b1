package dev.tidegate.action.command;

import dev.tidegate.action.comment.ReviewComment.Hazard;
import dev.tidegate.action.comment.ReviewComment.PendingFile;
import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Rollback;
import dev.tidegate.action.comment.ReviewComment.Standing;
import dev.tidegate.action.comment.ReviewComment.Statement;
import dev.tidegate.action.report.DeployFacts;
import dev.tidegate.action.report.DeployFacts.ProbeFact;
import dev.tidegate.action.report.HazardFact;
import dev.tidegate.action.report.ScriptFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A plan as a comment numbers and shows it. The review writes it and the deploy compares with it,
 * so both take it from here: the pending files in order, then what runs beside them.
 *
 * @param facts report of a deploy or of its dry run
 * @param mask takes the secrets out of a text
 */
record PlanModel(DeployFacts facts, UnaryOperator<String> mask) {

  /** Names the plan; nothing where the goal did not come so far. */
  Optional<String> hash() {
    return Optional.of(facts.planHash()).filter(hash -> !hash.isEmpty());
  }

  /** The hash and all statements. */
  Plan plan() {
    return new Plan(hash(), statements());
  }

  /** All statements; the first is number 1. */
  List<Statement> statements() {
    return files().flatMap(this::statements).toList();
  }

  private Stream<ScriptFact> files() {
    return Stream.concat(facts.scripts().stream(), facts.beside().stream());
  }

  private Stream<Statement> statements(ScriptFact script) {
    return script.statements().stream()
        .map(it -> new Statement(masked(script.script()), ended(masked(it.sql()))));
  }

  /** With the semicolon that divides it from the next one; behind a remark on a line of its own. */
  static String ended(String sql) {
    var text = sql.stripTrailing();
    if (text.endsWith(";")) {
      return text;
    }
    var last = text.substring(text.lastIndexOf('\n') + 1);
    return text + (last.contains("--") ? "\n;" : ";");
  }

  /** The hazards; one of a file as a whole is put to its first statement. */
  List<Hazard> hazards() {
    var hazards = new ArrayList<Hazard>();
    var before = 0;
    for (var script : files().toList()) {
      for (var hazard : script.hazards()) {
        if (hazard.matters()) {
          hazards.add(hazard(before + hazard.statement().orElse(1), script, hazard));
        }
      }
      before += script.statements().size();
    }
    return hazards;
  }

  private Hazard hazard(int number, ScriptFact script, HazardFact hazard) {
    return new Hazard(
        number,
        hazard.type(),
        masked(hazard.object()),
        standing(hazard),
        masked(hazard.lock().orElse("")),
        masked(answer(script, hazard)),
        masked(hazard.advice()));
  }

  private static Standing standing(HazardFact hazard) {
    if (!hazard.destroysData()) {
      return Standing.REPORTED;
    }
    return hazard.approved() ? Standing.APPROVED : Standing.NOT_APPROVED;
  }

  /** What the live database said of it. */
  private String answer(ScriptFact script, HazardFact hazard) {
    return facts.probes().stream()
        .filter(
            probe ->
                probe.script().equals(script.script())
                    && probe.type().equals(hazard.type())
                    && probe.object().equals(hazard.object()))
        .map(ProbeFact::answer)
        .findFirst()
        .orElse("");
  }

  /** The files that are not deployed yet. */
  List<PendingFile> pending() {
    return facts.scripts().stream()
        .filter(script -> !script.applied())
        .map(script -> new PendingFile(masked(script.script()), script.statements().size()))
        .toList();
  }

  /** How the database differs from what its migrations build. */
  List<String> drift() {
    return facts.drift().stream().map(mask).toList();
  }

  /** The way back, where it was asked for. */
  Optional<Rollback> rollback() {
    return facts
        .rollback()
        .map(
            way ->
                new Rollback(
                    way.scripts().stream().map(sql -> new Statement("", masked(sql))).toList(),
                    way.lost().stream().map(mask).toList()));
  }

  private String masked(String text) {
    return mask.apply(text);
  }
}
