package dev.tidegate.report;

import java.util.ArrayList;

/** {@link CopyReport} for a build log. */
final class CopyText {
  private CopyText() {}

  static String of(CopyReport report) {
    var lines = new ArrayList<String>();
    lines.add("copy: " + report.headline());
    lines.add("  from " + report.from());
    lines.add("  to   " + report.to() + (report.created() ? " (tables created)" : ""));
    var width = report.tables().stream().mapToInt(table -> table.to().length()).max().orElse(1);
    for (var table : report.tables()) {
      lines.add(
          ("  %-" + width + "s  %,12d rows%s")
              .formatted(
                  table.to(),
                  table.rows(),
                  table.rejected() == 0 ? "" : ", %,d left out".formatted(table.rejected())));
    }
    report.remarks().forEach(remark -> lines.add("note: " + remark));
    return String.join("\n", lines);
  }
}
