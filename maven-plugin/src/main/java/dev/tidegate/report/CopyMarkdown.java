package dev.tidegate.report;

import dev.tidegate.guard.DatabaseIdentity;
import java.util.ArrayList;
import java.util.List;

/** {@link CopyReport} for a comment or a job summary. */
final class CopyMarkdown {
  private CopyMarkdown() {}

  static String of(CopyReport report) {
    var blocks = new ArrayList<String>();
    blocks.add("### copy");
    blocks.add(report.headline() + (report.created() ? "; the tables were created" : ""));
    blocks.add(
        Markdown.fenced(
            "text",
            "from\n%sto\n%s"
                .formatted(
                    report.source().banner().indent(2),
                    report
                        .target()
                        .map(DatabaseIdentity::banner)
                        .orElse("database     " + report.to() + " (new)")
                        .indent(2))));
    blocks.add(
        Markdown.table(
            List.of("from", "to", "rows", "left out", "digest"),
            report.tables().stream()
                .map(
                    table ->
                        List.of(
                            Markdown.code(table.from()),
                            Markdown.code(table.to()),
                            "%,d".formatted(table.rows()),
                            "%,d".formatted(table.rejected()),
                            table.digest().isEmpty() ? "" : Markdown.code(table.digest())))
                .toList()));
    if (!report.remarks().isEmpty()) {
      blocks.add(
          String.join("\n", report.remarks().stream().map(remark -> "- " + remark).toList()));
    }
    return String.join("\n\n", blocks) + "\n";
  }
}
