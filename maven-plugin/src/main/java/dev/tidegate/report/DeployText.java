package dev.tidegate.report;

import dev.tidegate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link DeployReport} for a build log. */
final class DeployText {
  /** After these a part of a migration can be in the database, of which the problem tells. */
  private static final Set<ProblemCode> LEAVE_SOMETHING =
      Set.of(ProblemCode.MIGRATION_STOPPED_HALFWAY, ProblemCode.CONNECTION_LOST);

  private DeployText() {}

  static String of(DeployReport report) {
    var lines = new ArrayList<String>();
    lines.add("deploy: " + headline(report));
    report.adoption().ifPresent(it -> adoption(it, report, lines));
    var width = report.migrations().stream().mapToInt(m -> m.script().length()).max().orElse(0);
    for (var migration : report.migrations()) {
      lines.add(("  %-" + (width + 2) + "s  %s").formatted(migration.script(), outcome(migration)));
      migration.hazards().stream()
          .filter(hazard -> !hazard.brief())
          .forEach(hazard -> lines.add("    " + hazard(hazard)));
      report.probes().stream()
          .filter(probe -> probe.script().equals(migration.script()))
          .forEach(probe -> lines.add("    probe: " + probe.line()));
    }
    if (report.dryRun() && !report.migrations().isEmpty()) {
      lines.add("  plan hash " + report.planHash());
    }
    report.backup().ifPresent(backup -> BackupText.made(backup).forEach(lines::add));
    rows(report, lines);
    drift(report, lines);
    report
        .consent()
        .ifPresent(given -> lines.add("consent given to " + given.agent() + ": " + given.words()));
    report.lookAlikes().forEach(line -> lines.add("note: look-alike: " + line));
    report.notes().forEach(note -> lines.add("note: " + note));
    report
        .rollback()
        .filter(rollback -> !rollback.files().isEmpty())
        .ifPresent(rollback -> DiffText.rollback(rollback, lines));
    return String.join("\n", lines);
  }

  static String headline(DeployReport report) {
    var place = report.database().url();
    var pending = report.migrations().size();
    if (report.adopted().isPresent()) {
      return "%s adopted at version %s, nothing was run".formatted(place, report.adopted().get());
    }
    if (pending == 0) {
      return "nothing pending, %s is at version %s"
          .formatted(place, report.toVersion().orElse("(none)"));
    }
    if (report.applied() == 0) {
      return "%s pending for %s (version %s), %s"
          .formatted(
              count(pending, "migration"),
              place,
              report.fromVersion().orElse("(none)"),
              report
                  .problem()
                  .filter(it -> LEAVE_SOMETHING.contains(it.code()))
                  .map(it -> "none was completed")
                  .orElse("nothing was applied"));
    }
    return "%d of %d pending migrations applied to %s (version %s -> %s, %d ms)"
        .formatted(
            report.applied(),
            pending,
            place,
            report.fromVersion().orElse("(none)"),
            report.toVersion().orElse("(none)"),
            report.millis());
  }

  private static void adoption(AdoptionEntry adoption, DeployReport report, List<String> lines) {
    adoption(adoption, report).forEach(line -> lines.add("  " + line));
    var wrote = report.dryRun() ? "to be written  " : "written  ";
    adoption.files().forEach(file -> lines.add("  " + wrote + file));
  }

  /** Where the version came from, a sentence each. */
  static List<String> adoption(AdoptionEntry adoption, DeployReport report) {
    var lines = new ArrayList<String>();
    adoption
        .last()
        .ifPresent(
            last ->
                lines.add(
                    adoption.from().equals("liquibase")
                        ? "Liquibase has applied %s, the last is %s"
                            .formatted(count(adoption.migrations(), "changeset"), last)
                        : "Prisma has applied %s, the last is %s"
                            .formatted(count(adoption.migrations(), "migration"), last)));
    if (adoption.proved()) {
      lines.add(
          report
              .adopted()
              .map(at -> "compared: it is what the migrations up to " + at + " build")
              .orElse("compared: it is what the migrations up to there build"));
    }
    return lines;
  }

  private static String outcome(MigrationEntry migration) {
    if (!migration.applied()) {
      return "pending";
    }
    return "%3s   %d ms"
        .formatted(
            count(migration.statements().orElse(0), "statement"), migration.millis().orElse(0L));
  }

  private static String hazard(MigrationEntry.PendingHazard hazard) {
    var mark = hazard.destroysData() ? (hazard.approved() ? ", approved" : ", NOT approved") : "";
    return named(hazard) + "   [" + hazard.type() + mark + "]";
  }

  private static void rows(DeployReport report, List<String> lines) {
    if (!report.rows().isEmpty()) {
      lines.add("rows before and after:");
      var width = report.rows().stream().mapToInt(row -> row.table().length()).max().orElse(1);
      for (var row : report.rows()) {
        lines.add(
            ("  %-" + width + "s  %s -> %s%s")
                .formatted(
                    row.table(),
                    number(row.before()),
                    number(row.after()),
                    row.exact() ? "" : " (estimated)"));
      }
    }
  }

  /** What is not there has no number. */
  static String number(Optional<Long> rows) {
    return rows.map("%,d"::formatted).orElse("(none)");
  }

  /** Some messages name the object themselves. */
  private static String named(MigrationEntry.PendingHazard hazard) {
    return hazard.message().contains(hazard.object())
        ? hazard.message()
        : hazard.object() + ": " + hazard.message();
  }

  private static void drift(DeployReport report, List<String> lines) {
    if (!report.drift().isEmpty()) {
      lines.add("TG-2110 the database is not what its migrations build:");
      report.drift().forEach(line -> lines.add("  " + line));
    }
  }

  static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
