package dev.tidegate.action.report;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.ScriptFact.StatementFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What {@code deploy.json} says of one database.
 *
 * @param problem why the goal failed
 * @param planHash names what was pending and on what; empty where the goal did not come so far
 * @param scripts the files that were pending, in order, with what they say
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
    List<ProbeFact> probes,
    List<RowsFact> rows,
    List<String> drift,
    Optional<RollbackFact> rollback,
    List<String> notes,
    long millis) {
  public DeployFacts {
    scripts = List.copyOf(scripts);
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
    return new DeployFacts(
        Problems.in(report),
        report.optionalText("planHash").orElse(""),
        scripts(report),
        report.objects("probes").stream().map(DeployFacts::probe).toList(),
        report.objects("rows").stream().map(DeployFacts::rows).toList(),
        report.texts("drift"),
        RollbackFact.in(report),
        report.texts("notes"),
        report.optionalNumber("millis").orElse(0));
  }

  private static List<ScriptFact> scripts(Json report) {
    var statements = new HashMap<String, List<StatementFact>>();
    report
        .objects("plan")
        .forEach(
            file ->
                statements.put(
                    file.text("script"),
                    file.objects("statements").stream().map(StatementFact::read).toList()));
    var scripts = new ArrayList<ScriptFact>();
    for (var migration : report.objects("migrations")) {
      var script = migration.text("script");
      scripts.add(
          new ScriptFact(
              script,
              migration.optionalText("version"),
              migration.flag("applied"),
              migration.optionalNumber("millis"),
              statements.getOrDefault(script, List.of()),
              migration.objects("hazards").stream().map(HazardFact::read).toList()));
    }
    return scripts;
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
