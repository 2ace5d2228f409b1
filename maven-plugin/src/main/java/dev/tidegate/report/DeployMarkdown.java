package dev.tidegate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@link DeployReport} for a comment or a job summary. */
final class DeployMarkdown {
  private DeployMarkdown() {}

  static String of(DeployReport report) {
    var blocks = new ArrayList<String>();
    blocks.add("### deploy");
    blocks.add(DeployText.headline(report));
    blocks.add(Markdown.fenced("text", report.database().banner()));
    report
        .adoption()
        .ifPresent(
            it -> {
              DeployText.adoption(it, report).forEach(line -> blocks.add("- " + line));
              if (!it.files().isEmpty()) {
                blocks.add(report.dryRun() ? "Files to be written:" : "Files written:");
                blocks.add(Markdown.fenced("text", String.join("\n", it.files())));
              }
            });
    if (!report.migrations().isEmpty()) {
      blocks.add(
          Markdown.table(
              List.of("migration", "outcome", "hazards"),
              report.migrations().stream().map(DeployMarkdown::row).toList()));
      if (!report.probes().isEmpty()) {
        blocks.add(
            Markdown.table(
                List.of("migration", "what the live database says"),
                report.probes().stream()
                    .map(probe -> List.of(Markdown.code(probe.script()), probe.line()))
                    .toList()));
      }
      blocks.add("Plan hash " + Markdown.code(report.planHash()));
    }
    report
        .backup()
        .ifPresent(
            backup -> {
              blocks.add("Backup " + Markdown.code(backup.file()) + ":");
              blocks.add(Markdown.fenced("text", String.join("\n", BackupText.made(backup))));
            });
    if (!report.rows().isEmpty()) {
      blocks.add(
          Markdown.table(
              List.of("table", "rows before", "rows after"),
              report.rows().stream()
                  .map(
                      row ->
                          List.of(
                              Markdown.code(row.table()),
                              DeployText.number(row.before()),
                              DeployText.number(row.after()) + (row.exact() ? "" : " (estimated)")))
                  .toList()));
    }
    if (!report.drift().isEmpty()) {
      blocks.add("The database is not what its migrations build (TG-2110):");
      blocks.add(Markdown.fenced("text", String.join("\n", report.drift())));
    }
    report
        .consent()
        .ifPresent(
            given ->
                blocks.add(
                    "Consent given to %s:\n\n%s"
                        .formatted(given.agent(), Markdown.fenced("text", given.words()))));
    report.lookAlikes().forEach(line -> blocks.add("Look-alike: " + line));
    report.notes().forEach(note -> blocks.add("Note: " + note));
    report
        .rollback()
        .filter(rollback -> !rollback.files().isEmpty())
        .ifPresent(rollback -> DiffMarkdown.rollback(rollback, blocks));
    return String.join("\n\n", blocks) + "\n";
  }

  private static List<String> row(MigrationEntry migration) {
    var outcome =
        migration.applied()
            ? DeployText.count(migration.statements().orElse(0), "statement")
                + ", "
                + migration.millis().orElse(0L)
                + " ms"
            : "pending";
    var hazards =
        migration.hazards().stream()
            .filter(hazard -> !hazard.brief())
            .map(
                hazard ->
                    Markdown.code(hazard.approval()) + (hazard.approved() ? " (approved)" : ""))
            .collect(Collectors.joining(", "));
    return List.of(Markdown.code(migration.script()), outcome, hazards);
  }
}
