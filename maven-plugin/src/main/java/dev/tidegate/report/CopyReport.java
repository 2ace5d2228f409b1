package dev.tidegate.report;

import dev.tidegate.copy.CopyResult;
import dev.tidegate.copy.CopyResult.TableResult;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code tidegate:copy} did, or with {@code dryRun} would do.
 *
 * @param from the source, without credentials
 * @param to the target, without credentials
 * @param dryRun whether nothing was written
 * @param created whether the tables were made by this run
 * @param verification how rows were compared before the commit
 * @param rows that were copied, of all tables
 * @param tables in the order in which they were copied
 * @param unmapped tables of the source that have no place in the target
 * @param passedBy what else holds rows there and was not copied
 * @param rejected values that did not fit and whose rows were left out, a line a kind
 * @param rejectFiles where those rows are
 * @param notes what a reader should know
 * @param millis from the first look to the commit
 */
public record CopyReport(
    String from,
    String to,
    boolean dryRun,
    boolean created,
    String verification,
    long rows,
    List<TableResult> tables,
    List<String> unmapped,
    List<String> passedBy,
    List<String> rejected,
    List<String> rejectFiles,
    List<String> notes,
    long millis)
    implements Report {
  public CopyReport {
    tables = List.copyOf(tables);
    unmapped = List.copyOf(unmapped);
    passedBy = List.copyOf(passedBy);
    rejected = List.copyOf(rejected);
    rejectFiles = List.copyOf(rejectFiles);
    notes = List.copyOf(notes);
  }

  /** The report of a copy that took so many milliseconds. */
  public static CopyReport of(CopyResult result, long millis) {
    return new CopyReport(
        result.from(),
        result.to(),
        result.dryRun(),
        result.created(),
        result.verification(),
        result.rows(),
        result.tables(),
        result.unmapped(),
        result.passedBy(),
        result.rejected(),
        result.rejectFiles(),
        result.notes(),
        millis);
  }

  @Override
  public String goal() {
    return "copy";
  }

  /** How many tables and rows, and what was done to them, in one line. */
  String headline() {
    return "%,d rows of %d table%s %s%s in %,d ms"
        .formatted(
            rows,
            tables.size(),
            tables.size() == 1 ? "" : "s",
            dryRun ? "checked, nothing written" : "copied",
            dryRun || verification.equals("none") ? "" : ", verified by " + verification,
            millis);
  }

  /** What was not copied and what else is to be known, one line each. */
  List<String> remarks() {
    var lines = new ArrayList<String>();
    for (var table : tables) {
      if (!table.leftOut().isEmpty()) {
        lines.add(
            "columns of %s without a place in %s: %s"
                .formatted(table.from(), table.to(), String.join(", ", table.leftOut())));
      }
      if (!table.unfilled().isEmpty()) {
        lines.add(
            "columns of %s that nothing fills: %s"
                .formatted(table.to(), String.join(", ", table.unfilled())));
      }
    }
    unmapped.forEach(table -> lines.add("table " + table + " has no place in the target"));
    passedBy.forEach(object -> lines.add(object + " was not copied"));
    rejected.forEach(line -> lines.add("left out: " + line));
    rejectFiles.forEach(file -> lines.add("rows left out are in " + file));
    lines.addAll(notes);
    return lines;
  }

  @Override
  public String text() {
    return CopyText.of(this);
  }

  @Override
  public String markdown() {
    return CopyMarkdown.of(this);
  }
}
