package dev.tidegate.report;

import java.util.ArrayList;
import java.util.List;

/** {@link StatusReport} for a comment or a job summary. */
final class StatusMarkdown {
  private StatusMarkdown() {}

  static String of(StatusReport report) {
    var blocks = new ArrayList<String>();
    blocks.add("### status");
    blocks.add(StatusText.headline(report));
    blocks.add(Markdown.fenced("text", report.database().banner()));
    report
        .obstacle()
        .ifPresent(
            why ->
                blocks.add("A deploy would be refused:\n\n" + Markdown.fenced("text", why.text())));
    if (!report.migrations().isEmpty()) {
      blocks.add(
          Markdown.table(
              List.of("status", "migration", "applied"),
              report.migrations().stream()
                  .map(
                      entry ->
                          List.of(
                              StatusText.word(entry.status()),
                              Markdown.code(entry.script()),
                              StatusText.ran(entry)))
                  .toList()));
    }
    var interrupted = StatusText.interrupted(report);
    if (!interrupted.isEmpty()) {
      blocks.add(Markdown.fenced("text", String.join("\n", interrupted)));
    }
    blocks.add(StatusText.drift(report));
    if (!report.drift().isEmpty()) {
      blocks.add(Markdown.fenced("diff", String.join("\n", ChangeList.folded(report.drift()))));
    }
    if (!report.tables().isEmpty()) {
      blocks.add(
          Markdown.table(
              List.of("table", report.rowsExact() ? "rows" : "rows, estimated"),
              report.tables().stream()
                  .map(table -> List.of(Markdown.code(table.table()), StatusText.rows(table)))
                  .toList()));
    }
    if (!report.backups().isEmpty()) {
      blocks.add(
          "Backups of this database:\n\n"
              + String.join(
                  "\n",
                  report.backups().stream()
                      .map(backup -> "- " + Markdown.code(BackupText.known(backup)))
                      .toList()));
    }
    if (!report.unmodelled().isEmpty()) {
      blocks.add(
          "Not compared, since this version does not model it:\n\n"
              + String.join("\n", report.unmodelled().stream().map(line -> "- " + line).toList()));
    }
    report.lookAlikes().forEach(line -> blocks.add("Look-alike: " + line));
    report.notes().forEach(note -> blocks.add("Note: " + note));
    blocks.add("Next:\n\n" + Markdown.fenced("sh", report.next()));
    return String.join("\n\n", blocks) + "\n";
  }
}
