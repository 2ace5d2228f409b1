package dev.tidegate.report;

import java.util.ArrayList;
import java.util.List;

/** {@link DiffReport} for a comment or a job summary. */
final class DiffMarkdown {
  private DiffMarkdown() {}

  static String of(DiffReport report) {
    var blocks = new ArrayList<String>();
    blocks.add("### diff " + Markdown.code(report.from()) + " → " + Markdown.code(report.to()));
    blocks.add(
        report.differs()
            ? "%d statements, %d hazards, %s, proved on %s"
                .formatted(
                    report.statements().size(),
                    report.hazards().size(),
                    report.dialect(),
                    report.scratchVersion())
            : "No difference (" + report.dialect() + ").");
    if (!report.hazards().isEmpty()) {
      blocks.add(
          Markdown.table(
              List.of("hazard", "object", "what happens"),
              report.hazards().stream()
                  .map(
                      hazard ->
                          List.of(
                              Markdown.code(hazard.type()),
                              Markdown.code(hazard.object()),
                              hazard.message()))
                  .toList()));
    }
    if (report.differs()) {
      blocks.add(Markdown.fenced("sql", report.script()));
    }
    for (var question : report.questions()) {
      blocks.add(
          "**Question:** was %s %s renamed to %s (%s)? If so: %s"
              .formatted(
                  question.kind(),
                  Markdown.code(question.from()),
                  Markdown.code(question.to()),
                  question.why(),
                  Markdown.code(question.answer())));
    }
    list(blocks, "Not compared, since this version does not model it:", report.unmodelled());
    list(blocks, "Notes:", report.notes());
    report.rollback().ifPresent(rollback -> rollback(rollback, blocks));
    list(blocks, "Written:", written(report.files()));
    return String.join("\n\n", blocks) + "\n";
  }

  /** The way back, after what leads there. */
  static void rollback(DiffReport.RollbackEntry rollback, List<String> blocks) {
    var scripts = rollback.files().stream().map(DiffReport.FileEntry::script).toList();
    blocks.add(
        "The way back, proved as well:\n\n" + Markdown.fenced("sql", String.join("\n", scripts)));
    list(blocks, "It does not bring back:", rollback.lost());
    list(blocks, "Written, the way back:", written(rollback.files()));
  }

  private static List<String> written(List<DiffReport.FileEntry> files) {
    return files.stream()
        .flatMap(
            file ->
                file.path().stream()
                    .map(
                        path ->
                            Markdown.code(path)
                                + (file.transactional() ? "" : ", not in a transaction")))
        .toList();
  }

  private static void list(List<String> blocks, String title, List<String> items) {
    if (!items.isEmpty()) {
      blocks.add(
          title + "\n\n" + String.join("\n", items.stream().map(item -> "- " + item).toList()));
    }
  }
}
