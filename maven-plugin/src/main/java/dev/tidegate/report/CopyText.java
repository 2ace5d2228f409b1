package dev.tidegate.report;

import java.util.ArrayList;

/** {@link CopyReport} for a build log. */
final class CopyText {
  private static final String TOTAL = "total";

  private CopyText() {}

  static String of(CopyReport report) {
    var lines = new ArrayList<String>();
    lines.add("copy: " + report.headline());
    if (report.created()) {
      lines.add("  tables were created");
    }
    var width = report.tables().stream().mapToInt(table -> table.to().length()).max().orElse(0);
    for (var table : report.tables()) {
      var outcome = rows(table.rows(), table.millis());
      var rejected = ", %,d left out".formatted(table.rejected());
      lines.add(
          ("  %-" + Math.max(width, TOTAL.length()) + "s  %s%s")
              .formatted(table.to(), outcome, table.rejected() == 0 ? "" : rejected));
    }
    if (!report.tables().isEmpty()) {
      lines.add(
          ("  %-" + Math.max(width, TOTAL.length()) + "s  %s")
                  .formatted(TOTAL, rows(report.rows(), report.millis()))
              + "  %,d rows/s".formatted(CopyReport.rate(report.rows(), report.millis())));
    }
    report.remarks().forEach(remark -> lines.add("note: " + remark));
    return String.join("\n", lines);
  }

  private static String rows(long rows, long millis) {
    return "%,12d rows  %,9d ms".formatted(rows, millis);
  }
}
