package dev.tidegate.report;

import dev.tidegate.copy.CopyResult;
import dev.tidegate.copy.CopyResult.TableResult;
import dev.tidegate.guard.Consent;
import dev.tidegate.guard.DatabaseIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tidegate:copy} did, or with {@code dryRun} would do.
 *
 * @param from the source, without credentials
 * @param to the target, without credentials
 * @param source who the source is
 * @param target who the target was before; empty for a file that was not there
 * @param consent what a person said to the coding agent that ran this
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
    DatabaseIdentity source,
    Optional<DatabaseIdentity> target,
    Optional<Consent> consent,
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

  /** The report of a copy between these databases that took so many milliseconds. */
  public static CopyReport of(
      CopyResult result,
      DatabaseIdentity source,
      Optional<DatabaseIdentity> target,
      Optional<Consent> consent,
      long millis) {
    return new CopyReport(
        result.from(),
        result.to(),
        source,
        target,
        consent,
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

  /** How many rows of how many tables, and what was done to them, in one line. */
  String headline() {
    if (tables.isEmpty()) {
      return "nothing to copy, " + from + " has no tables that are asked for";
    }
    var what = "%,d rows of %s".formatted(rows, DeployText.count(tables.size(), "table"));
    if (dryRun) {
      return "%s read for %s, nothing was written (%,d ms)".formatted(what, to, millis);
    }
    return "%s copied to %s (%s, %,d ms)"
        .formatted(
            what,
            to,
            verification.equals("none") ? "not verified" : "verified by " + verification,
            millis);
  }

  /** Rows in a second; what took no measurable time counts as a millisecond. */
  static long rate(long rows, long millis) {
    return rows * 1000 / Math.max(1, millis);
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
      if (!table.computed().isEmpty()) {
        lines.add(
            "columns of %s that %s computes by itself, so that they were not copied: %s"
                .formatted(table.from(), table.to(), String.join(", ", table.computed())));
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
