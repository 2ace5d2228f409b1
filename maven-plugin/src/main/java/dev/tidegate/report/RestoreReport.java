package dev.tidegate.report;

import dev.tidegate.backup.Restored;
import dev.tidegate.guard.Consent;
import dev.tidegate.guard.DatabaseIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tidegate:copy} brought back from an archive.
 *
 * @param from the archive
 * @param to the database, without credentials
 * @param target who that is
 * @param dryRun whether nothing was written
 * @param rows that were written, of all tables
 * @param restored each table, and what is left to do by hand
 * @param consent what a person said to the coding agent that ran this
 * @param millis from the first look to the commit
 */
public record RestoreReport(
    String from,
    String to,
    DatabaseIdentity target,
    boolean dryRun,
    long rows,
    Restored restored,
    Optional<Consent> consent,
    long millis)
    implements Report {

  @Override
  public String goal() {
    return "copy";
  }

  @Override
  public String text() {
    var lines = new ArrayList<String>();
    lines.add("copy: " + headline());
    for (var table : restored.tables()) {
      lines.add("  %,12d  %s  %s".formatted(table.rows(), table.table(), table.outcome()));
    }
    if (!restored.statements().isEmpty()) {
      lines.add("this puts the values where they belong:");
      restored.statements().forEach(sql -> lines.add("  " + sql + ";"));
    }
    consent.ifPresent(
        given -> lines.add("consent given to " + given.agent() + ": " + given.words()));
    restored.notes().forEach(note -> lines.add("note: " + note));
    return String.join("\n", lines);
  }

  @Override
  public String markdown() {
    var blocks = new ArrayList<String>();
    blocks.add("### copy");
    blocks.add(headline());
    blocks.add(Markdown.fenced("text", target.banner()));
    blocks.add(
        Markdown.table(
            List.of("table", "rows", ""),
            restored.tables().stream()
                .map(
                    table ->
                        List.of(
                            Markdown.code(table.table()),
                            "%,d".formatted(table.rows()),
                            table.outcome()))
                .toList()));
    if (!restored.statements().isEmpty()) {
      blocks.add("This puts the values where they belong:");
      blocks.add(Markdown.fenced("sql", String.join(";\n", restored.statements()) + ";"));
    }
    consent.ifPresent(
        given ->
            blocks.add(
                "Consent given to %s:\n\n%s"
                    .formatted(given.agent(), Markdown.fenced("text", given.words()))));
    restored.notes().forEach(note -> blocks.add("Note: " + note));
    return String.join("\n\n", blocks) + "\n";
  }

  private String headline() {
    return "%,d rows of %s %s %s from %s (%,d ms)"
        .formatted(
            rows,
            DeployText.count(restored.tables().size(), "table"),
            dryRun ? "would be restored to" : "restored to",
            to,
            from,
            millis);
  }
}
