package dev.tidegate.report;

import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.problem.Problem;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@link StatusReport} for a build log: what needs a person first, what to do last. */
final class StatusText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
  private static final int SHOWN_TABLES = 20;
  private static final int SHOWN_MIGRATIONS = 10;
  private static final List<MigrationStatus> DONE =
      List.of(MigrationStatus.BELOW_BASELINE, MigrationStatus.BASELINE, MigrationStatus.APPLIED);

  private StatusText() {}

  static String of(StatusReport report) {
    var lines = new ArrayList<String>();
    lines.add("status: " + headline(report));
    report.obstacle().ifPresent(why -> obstacle(why, lines));
    migrations(report, lines);
    lines.addAll(interrupted(report));
    lines.add(drift(report));
    ChangeList.folded(report.drift()).forEach(line -> lines.add("  " + line));
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
    lines.add("next: " + report.next().replace("\n", "\n      "));
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

  private static void obstacle(Problem why, List<String> lines) {
    lines.add("a deploy would be refused: " + why.code().id() + " " + why.summary());
    why.detail().forEach(line -> lines.add("  " + line));
  }

  /** What is not as it should be first, then what waits, then the last of what is done. */
  private static void migrations(StatusReport report, List<String> lines) {
    var shown = new ArrayList<StatusReport.Entry>();
    for (var status : MigrationStatus.values()) {
      if (status != MigrationStatus.PENDING && !DONE.contains(status)) {
        report.with(status).forEach(shown::add);
      }
    }
    var pending = report.with(MigrationStatus.PENDING);
    var done = report.migrations().stream().filter(entry -> DONE.contains(entry.status())).toList();
    var width = report.migrations().stream().mapToInt(m -> m.script().length()).max().orElse(0);
    shown.forEach(entry -> lines.add(line(entry, width)));
    pending.stream().limit(SHOWN_MIGRATIONS).forEach(entry -> lines.add(line(entry, width)));
    more(pending.size() - SHOWN_MIGRATIONS, "pending", lines);
    done.stream()
        .skip(Math.max(0, done.size() - SHOWN_MIGRATIONS))
        .forEach(entry -> lines.add(line(entry, width)));
    more(done.size() - SHOWN_MIGRATIONS, "applied before", lines);
  }

  private static void more(int count, String what, List<String> lines) {
    if (count > 0) {
      lines.add("  … " + count + " more " + what + ", in the report file");
    }
  }

  private static String line(StatusReport.Entry entry, int width) {
    return ("  %-14s  %-" + Math.max(1, width) + "s  %s")
        .formatted(word(entry.status()), entry.script(), ran(entry))
        .stripTrailing();
  }

  static String drift(StatusReport report) {
    if (!report.driftChecked()) {
      return "drift: not checked";
    }
    return report.drift().isEmpty()
        ? "drift: none, the database is what its migrations build"
        : "drift: "
            + DeployText.count(ChangeList.folded(report.drift()).size(), "difference")
            + " ([+] only in the database, [-] only in the migrations, [*] in both)";
  }

  /** What deploys have left unfinished, and what is to be done about it. */
  static List<String> interrupted(StatusReport report) {
    var lines = new ArrayList<String>();
    for (var progress : report.interrupted()) {
      lines.add("interrupted: " + progress.text());
      lines.add("  mvn tidegate:deploy goes on from there");
    }
    for (var index : report.invalidIndexes()) {
      lines.add("INVALID index " + index + ": maintained and not used");
      lines.add(
          "  REINDEX INDEX CONCURRENTLY %1$s; or DROP INDEX CONCURRENTLY %1$s;".formatted(index));
    }
    return lines;
  }

  static String word(MigrationStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String ran(StatusReport.Entry entry) {
    var again = entry.status() == MigrationStatus.PENDING && entry.on().isPresent();
    return (again ? "changed since it ran " : "")
        + entry.on().map(on -> TIME.format(on) + " UTC").orElse("")
        + entry.by().filter(by -> !by.isEmpty()).map(by -> " by " + by).orElse("");
  }

  private static void tables(StatusReport report, List<String> lines) {
    if (report.tables().isEmpty()) {
      return;
    }
    lines.add(report.rowsExact() ? "rows:" : "rows, estimated (exact: -Dtidegate.exactRows):");
    report.tables().stream()
        .limit(SHOWN_TABLES)
        .forEach(table -> lines.add("  %12s  %s".formatted(rows(table), table.table())));
    var more = report.tables().size() - SHOWN_TABLES;
    if (more > 0) {
      lines.add("  … and " + DeployText.count(more, "more table") + " in the report file");
    }
  }

  /** The number, or why there is none. */
  static String rows(StatusReport.TableRows table) {
    return table.rows().map("%,d"::formatted).or(table::why).orElse("");
  }
}
