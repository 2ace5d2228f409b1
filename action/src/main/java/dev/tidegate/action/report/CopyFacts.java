package dev.tidegate.action.report;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code copy.json} says.
 *
 * @param problem why the goal failed
 * @param from the source, without credentials; empty where the goal did not come so far
 * @param to the target, likewise
 * @param dryRun whether nothing was written
 * @param created whether the tables were made by this run
 * @param verification how rows were compared before the commit: {@code digest}, {@code count} or
 *     {@code none}
 * @param rows copied, of all tables
 * @param tables in the order in which they were copied, or restored
 * @param remarks what was left out, a line each
 * @param notes what a reader should know
 * @param millis from the first look to the commit
 */
public record CopyFacts(
    Optional<Problem> problem,
    String from,
    String to,
    boolean dryRun,
    boolean created,
    String verification,
    long rows,
    List<TableFact> tables,
    List<RemarkFact> remarks,
    List<String> notes,
    long millis) {
  public CopyFacts {
    tables = List.copyOf(tables);
    remarks = List.copyOf(remarks);
    notes = List.copyOf(notes);
  }

  /**
   * One table.
   *
   * @param from its name in the source
   * @param to its name in the target
   * @param rows that were written
   * @param rejected rows that were left out, since a value did not fit
   * @param outcome what was done, in words, of one that came back from a backup
   */
  public record TableFact(String from, String to, long rows, long rejected, String outcome) {
    static TableFact read(Json json) {
      return new TableFact(
          json.text("from"),
          json.text("to"),
          json.number("rows"),
          json.optionalNumber("rejected").orElse(0),
          "");
    }

    static TableFact restored(Json json) {
      var table = json.text("table");
      return new TableFact(table, table, json.number("rows"), 0, json.text("outcome"));
    }
  }

  /** Something that was left out, and what kind of thing: {@code table without a place}. */
  public record RemarkFact(String kind, String line) {}

  /** Reads a report; fails with {@code UnexpectedJson} where it is not one. */
  public static CopyFacts read(Json report) {
    var restored = report.optionalObject("restored");
    return new CopyFacts(
        Problems.in(report),
        report.optionalText("from").orElse(""),
        report.optionalText("to").orElse(""),
        report.flag("dryRun"),
        report.flag("created"),
        report.optionalText("verification").orElse(""),
        report.optionalNumber("rows").orElse(0),
        restored
            .map(it -> it.objects("tables").stream().map(TableFact::restored).toList())
            .orElseGet(() -> report.objects("tables").stream().map(TableFact::read).toList()),
        remarks(report),
        restored.map(it -> it.texts("notes")).orElseGet(() -> report.texts("notes")),
        report.optionalNumber("millis").orElse(0));
  }

  private static List<RemarkFact> remarks(Json report) {
    var remarks = new ArrayList<RemarkFact>();
    add(remarks, "value that did not fit", report.texts("rejected"));
    add(remarks, "table without a place in the target", report.texts("unmapped"));
    add(remarks, "not copied", report.texts("passedBy"));
    for (var table : report.objects("tables")) {
      var name = table.text("from") + ".";
      add(remarks, "column without a place in the target", prefixed(name, table, "leftOut"));
      add(remarks, "column that the target computes", prefixed(name, table, "computed"));
      var target = table.text("to") + ".";
      add(remarks, "column of the target that nothing fills", prefixed(target, table, "unfilled"));
    }
    return remarks;
  }

  private static List<String> prefixed(String prefix, Json table, String member) {
    return table.texts(member).stream().map(column -> prefix + column).toList();
  }

  private static void add(List<RemarkFact> remarks, String kind, List<String> lines) {
    lines.forEach(line -> remarks.add(new RemarkFact(kind, line)));
  }

  /** Whether the report is about databases: not where the goal stopped before it knew any. */
  public boolean isComplete() {
    return !from.isEmpty();
  }
}
