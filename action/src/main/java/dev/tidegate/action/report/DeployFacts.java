package dev.tidegate.action.report;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.ScriptFact.StatementFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * What {@code deploy.json} says of one database.
 *
 * @param problem why the goal failed
 * @param planHash names what was pending and on what; empty where the goal did not come so far
 * @param scripts the files that were pending, in order, with what they say
 * @param beside files that run beside them, as callbacks, with what they say
 * @param probes what the live database answered
 * @param rows of tables that the migrations were about
 * @param drift how the database differs from what its migrations build, a line each
 * @param rollback the script that leads back, where it was asked for
 * @param notes what a reader should know
 * @param millis time that applying took
 */
public record DeployFacts(
    Optional<Problem> problem,
    String planHash,
    List<ScriptFact> scripts,
    List<ScriptFact> beside,
    List<ProbeFact> probes,
    List<RowsFact> rows,
    List<String> drift,
    Optional<RollbackFact> rollback,
    List<String> notes,
    long millis) {
  public DeployFacts {
    scripts = List.copyOf(scripts);
    beside = List.copyOf(beside);
    probes = List.copyOf(probes);
    rows = List.copyOf(rows);
    drift = List.copyOf(drift);
    notes = List.copyOf(notes);
  }

  /**
   * What the live database answered about a hazard.
   *
   * @param script migration whose hazard was asked about
   * @param type of the hazard
   * @param object of the hazard
   * @param answer in words, as {@code about 1,204,000 rows, 310 MB}
   */
  public record ProbeFact(String script, String type, String object, String answer) {}

  /** Rows of a table before and after; an absent number for one that was or is not there. */
  public record RowsFact(String table, OptionalLong before, OptionalLong after, boolean exact) {}

  /**
   * The way back.
   *
   * @param scripts SQL of its files, in the order in which they run
   * @param lost what it does not bring back, one line each
   */
  public record RollbackFact(List<String> scripts, List<String> lost) {
    public RollbackFact {
      scripts = List.copyOf(scripts);
      lost = List.copyOf(lost);
    }

    static Optional<RollbackFact> in(Json report) {
      return report
          .optionalObject("rollback")
          .map(
              it ->
                  new RollbackFact(
                      it.objects("files").stream().map(file -> file.text("script")).toList(),
                      it.texts("lost")));
    }
  }

  /** Reads a report; fails with {@code UnexpectedJson} where it is not one. */
  public static DeployFacts read(Json report) {
    var plan = plan(report);
    var scripts = scripts(report, plan);
    return new DeployFacts(
        Problems.in(report),
        report.optionalText("planHash").orElse(""),
        scripts,
        beside(scripts, plan),
        report.objects("probes").stream().map(DeployFacts::probe).toList(),
        report.objects("rows").stream().map(DeployFacts::rows).toList(),
        report.texts("drift"),
        RollbackFact.in(report),
        report.texts("notes"),
        report.optionalNumber("millis").orElse(0));
  }

  /** The same with another wording of its problem, where it has one. */
  public DeployFacts wording(UnaryOperator<Problem> words) {
    return new DeployFacts(
        problem.map(words),
        planHash,
        scripts,
        beside,
        probes,
        rows,
        drift,
        rollback,
        notes,
        millis);
  }

  /**
   * Whether the database differs from what its migrations build; empty where nobody compared: the
   * goal stopped before, or nothing is pending, for which it does not look.
   */
  public Optional<Boolean> drifted() {
    if (!drift.isEmpty()) {
      return Optional.of(true);
    }
    return planHash.isEmpty() || scripts.isEmpty() ? Optional.empty() : Optional.of(false);
  }

  private static List<ScriptFact> scripts(Json report, Map<String, List<StatementFact>> plan) {
    return report.objects("migrations").stream()
        .map(
            migration ->
                new ScriptFact(
                    migration.text("script"),
                    migration.optionalText("version"),
                    migration.flag("applied"),
                    migration.optionalNumber("millis"),
                    plan.getOrDefault(migration.text("script"), List.of()),
                    migration.objects("hazards").stream().map(HazardFact::read).toList()))
        .toList();
  }

  private static List<ScriptFact> beside(
      List<ScriptFact> scripts, Map<String, List<StatementFact>> plan) {
    var others = new LinkedHashMap<>(plan);
    scripts.forEach(script -> others.remove(script.script()));
    return others.entrySet().stream()
        .map(
            file ->
                new ScriptFact(
                    file.getKey(),
                    Optional.empty(),
                    false,
                    OptionalLong.empty(),
                    file.getValue(),
                    List.of()))
        .toList();
  }

  private static Map<String, List<StatementFact>> plan(Json report) {
    var plan = new LinkedHashMap<String, List<StatementFact>>();
    report
        .objects("plan")
        .forEach(
            file ->
                plan.put(
                    file.text("script"),
                    file.objects("statements").stream().map(StatementFact::read).toList()));
    return plan;
  }

  private static ProbeFact probe(Json json) {
    return new ProbeFact(
        json.text("script"), json.text("type"), json.text("object"), json.text("text"));
  }

  private static RowsFact rows(Json json) {
    return new RowsFact(
        json.text("table"),
        json.optionalNumber("before"),
        json.optionalNumber("after"),
        json.flag("exact"));
  }
}
