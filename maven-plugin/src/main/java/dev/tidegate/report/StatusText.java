package dev.tidegate.report;

import dev.tidegate.migration.MigrationStatus;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@link StatusReport} for a build log. */
final class StatusText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
  private static final int SHOWN_TABLES = 20;

  private StatusText() {}

  static String of(StatusReport report) {
    var lines = new ArrayList<String>();
    lines.add("status: " + headline(report));
    var width = report.migrations().stream().mapToInt(m -> m.script().length()).max().orElse(0);
    for (var entry : report.migrations()) {
      lines.add(
          ("  %-14s  %-" + Math.max(1, width) + "s  %s")
              .formatted(word(entry.status()), entry.script(), ran(entry))
              .stripTrailing());
    }
    lines.add(drift(report));
    report.drift().forEach(line -> lines.add("  " + line));
    tables(report, lines);
    if (!report.backups().isEmpty()) {
      lines.add("backups of this database:");
      report.backups().forEach(backup -> lines.add("  " + BackupText.known(backup)));
    }
    if (!report.unmodelled().isEmpty()) {
      lines.add("not compared, since this version does not model it:");
      report.unmodelled().forEach(line -> lines.add("  " + line));
    }
    report.lookAlikes().forEach(line -> lines.add("look-alike: " + line));
    report.notes().forEach(note -> lines.add("note: " + note));
    return String.join("\n", lines);
  }

  static String headline(StatusReport report) {
    var counts =
        Arrays.stream(MigrationStatus.values())
            .filter(status -> report.count(status) > 0)
            .map(status -> report.count(status) + " " + word(status))
            .collect(Collectors.joining(", "));
    return "%s is at version %s%s"
        .formatted(
            report.database().url(),
            report.version().orElse("(none)"),
            counts.isEmpty() ? ", no migrations" : ": " + counts);
  }

  static String drift(StatusReport report) {
    if (!report.driftChecked()) {
      return "drift: not checked";
    }
    return report.drift().isEmpty()
        ? "drift: none, the database is what its migrations build"
        : "drift: "
            + DeployText.count(report.drift().size(), "difference")
            + " ([+] only in the database, [-] only in the migrations, [*] in both)";
  }

  static String word(MigrationStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String ran(StatusReport.Entry entry) {
    return entry.on().map(on -> TIME.format(on) + " UTC").orElse("")
        + entry.by().filter(by -> !by.isEmpty()).map(by -> " by " + by).orElse("");
  }

  private static void tables(StatusReport report, List<String> lines) {
    if (report.tables().isEmpty()) {
      return;
    }
    lines.add("rows, about:");
    report.tables().stream()
        .limit(SHOWN_TABLES)
        .forEach(table -> lines.add("  %,12d  %s".formatted(table.rows(), table.table())));
    var more = report.tables().size() - SHOWN_TABLES;
    if (more > 0) {
      lines.add("  … and " + DeployText.count(more, "more table") + " in the report file");
    }
  }
}
