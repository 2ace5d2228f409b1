package dev.tidegate.report;

import dev.tidegate.guard.Consent;
import dev.tidegate.report.FleetReport.Outcome;
import dev.tidegate.report.FleetReport.TargetEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link FleetReport} for a build log: a line a target, failures in full at the end. */
final class FleetText {
  /** Of more targets only those are listed that somebody has to look at. */
  static final int SHOWN = 40;

  private FleetText() {}

  static String of(FleetReport report) {
    var lines = new ArrayList<String>();
    lines.add("deploy: " + headline(report));
    var shown = shown(report);
    var width = shown.stream().mapToInt(target -> target.name().length()).max().orElse(0);
    shown.forEach(
        target ->
            lines.add(
                ("  %-" + Math.max(1, width) + "s  %-11s  %s")
                    .formatted(target.name(), word(target.outcome()), facts(target))
                    .stripTrailing()));
    folded(report).ifPresent(line -> lines.add("  " + line));
    hashes(report).forEach(line -> lines.add("  " + line));
    backups(report).forEach(lines::add);
    consents(report).forEach(lines::add);
    report.notes().forEach(note -> lines.add("note: " + note));
    report.targets().stream()
        .filter(target -> target.problem().isPresent())
        .forEach(
            target -> {
              lines.add(target.name() + ":");
              target
                  .problem()
                  .ifPresent(problem -> lines.add(problem.text().indent(2).stripTrailing()));
            });
    return String.join("\n", lines);
  }

  static String headline(FleetReport report) {
    var totals = report.totals();
    var counts =
        Stream.of(
                count(totals.applied(), "deployed"),
                count(totals.adopted(), "adopted"),
                count(totals.pending(), "with migrations pending"),
                count(totals.unchanged(), "with nothing pending"),
                count(totals.failed(), "failed"),
                count(totals.notStarted(), "not started"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return DeployText.count(totals.targets(), "target")
        + report.shard().map(shard -> " of shard " + shard).orElse("")
        + (counts.isEmpty() ? "" : ": " + counts)
        + " (%d ms)".formatted(report.millis());
  }

  /** All of a few targets; of many those that failed, drifted or were the canary. */
  static List<TargetEntry> shown(FleetReport report) {
    if (report.targets().size() <= SHOWN) {
      return report.targets();
    }
    return report.targets().stream()
        .filter(
            target ->
                target.canary() || target.outcome() == Outcome.FAILED || !target.drift().isEmpty())
        .limit(SHOWN)
        .toList();
  }

  static Optional<String> folded(FleetReport report) {
    var more = report.targets().size() - shown(report).size();
    return more == 0
        ? Optional.empty()
        : Optional.of("… and " + DeployText.count(more, "more target") + " in the report file");
  }

  /** What was reviewed, where it was only looked at: targets with the same plan share its hash. */
  static List<String> hashes(FleetReport report) {
    if (!report.dryRun()) {
      return List.of();
    }
    return report.targets().stream()
        .filter(target -> target.outcome() == Outcome.PENDING)
        .collect(Collectors.groupingBy(TargetEntry::planHash, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(plan -> "plan hash " + plan.getKey() + " (" + targets(plan.getValue()) + ")")
        .toList();
  }

  /** Where the rows are that were destroyed, and how they come back, target by target. */
  static List<String> backups(FleetReport report) {
    var lines = new ArrayList<String>();
    var saved = report.targets().stream().filter(it -> it.backup().isPresent()).toList();
    for (var target : saved.stream().limit(SHOWN).toList()) {
      target
          .backup()
          .ifPresent(
              backup -> {
                lines.add("backup of " + target.name() + ": " + BackupText.summary(backup));
                lines.add("  restore " + backup.restore());
              });
    }
    var more = saved.size() - SHOWN;
    if (more > 0) {
      lines.add("… and " + DeployText.count(more, "more backup") + " in the report file");
    }
    return lines;
  }

  /** What a person said to an agent, which is mostly the same for all. */
  static List<String> consents(FleetReport report) {
    var given = new LinkedHashMap<Consent, Integer>();
    report
        .targets()
        .forEach(target -> target.consent().ifPresent(it -> given.merge(it, 1, Integer::sum)));
    return given.entrySet().stream()
        .map(
            it ->
                "consent given to %s for %s: %s"
                    .formatted(it.getKey().agent(), targets(it.getValue()), it.getKey().words()))
        .toList();
  }

  static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String facts(TargetEntry target) {
    var versions =
        switch (target.outcome()) {
          case APPLIED ->
              "%d of %d, version %s -> %s"
                  .formatted(
                      target.applied(),
                      target.pending().size(),
                      target.fromVersion().orElse("(none)"),
                      target.toVersion().orElse("(none)"));
          case UNCHANGED, ADOPTED -> "version " + target.toVersion().orElse("(none)");
          case PENDING ->
              "%s pending, version %s"
                  .formatted(target.pending().size(), target.fromVersion().orElse("(none)"));
          case FAILED ->
              target
                  .problem()
                  .map(problem -> problem.code().id() + " " + problem.summary())
                  .orElse("");
          case NOT_STARTED -> "";
        };
    return versions
        + (target.millis() == 0 ? "" : ", " + target.millis() + " ms")
        + (target.canary() ? ", canary" : "")
        + (target.drift().isEmpty()
            ? ""
            : ", TG-2110 " + DeployText.count(target.drift().size(), "difference"));
  }

  private static String count(int count, String words) {
    return count == 0 ? "" : count + " " + words;
  }

  private static String targets(long count) {
    return DeployText.count((int) count, "target");
  }
}
