package dev.tidegate.report;

import dev.tidegate.report.FleetStatusReport.Standing;
import dev.tidegate.report.FleetStatusReport.TargetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link FleetStatusReport} for a build log and for a comment. */
final class FleetStatusText {
  private static final int SHOWN_DRIFT = 5;

  private FleetStatusText() {}

  static String of(FleetStatusReport report) {
    var lines = new ArrayList<String>();
    lines.add("status: " + headline(report));
    lines.add("  " + versions(report));
    var shown = shown(report);
    var width = shown.stream().mapToInt(target -> target.name().length()).max().orElse(1);
    for (var target : shown) {
      lines.add(
          ("  %-" + width + "s  %-11s  %s")
              .formatted(target.name(), word(target), facts(target))
              .stripTrailing());
      target.drift().stream().limit(SHOWN_DRIFT).forEach(line -> lines.add("    " + line));
    }
    folded(report).forEach(line -> lines.add("  " + line));
    return String.join("\n", lines);
  }

  static String markdown(FleetStatusReport report) {
    var blocks = new ArrayList<String>();
    blocks.add("### status");
    blocks.add(headline(report));
    blocks.add(versions(report));
    var shown = shown(report);
    if (!shown.isEmpty()) {
      blocks.add(
          Markdown.table(
              List.of("target", "stands", ""),
              shown.stream()
                  .map(it -> List.of(Markdown.code(it.name()), word(it), facts(it)))
                  .toList()));
    }
    blocks.addAll(folded(report));
    return String.join("\n\n", blocks) + "\n";
  }

  private static String headline(FleetStatusReport report) {
    var totals = report.totals();
    var counts =
        Stream.of(
                count(totals.current(), "current"),
                count(totals.behind(), "behind"),
                count(totals.drifted(), "drifted"),
                count(totals.blocked(), "blocked"),
                count(totals.unreachable(), "unreachable"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return DeployText.count(totals.targets(), "target")
        + report.shard().map(shard -> " of shard " + shard).orElse("")
        + (counts.isEmpty() ? "" : ": " + counts);
  }

  private static String versions(FleetStatusReport report) {
    return report.versions().entrySet().stream()
        .map(version -> version.getValue() + " at version " + version.getKey())
        .collect(Collectors.joining(", "));
  }

  /** All of a few targets; of many those that are not as they should be. */
  private static List<TargetStatus> shown(FleetStatusReport report) {
    if (report.targets().size() <= FleetText.SHOWN) {
      return report.targets();
    }
    return report.targets().stream()
        .filter(target -> target.standing() != Standing.CURRENT)
        .limit(FleetText.SHOWN)
        .toList();
  }

  private static List<String> folded(FleetStatusReport report) {
    var more = report.targets().size() - shown(report).size();
    return more == 0
        ? List.of()
        : List.of("… and " + DeployText.count(more, "more target") + " in the report file");
  }

  private static String word(TargetStatus target) {
    return target.standing().name().toLowerCase(Locale.ROOT);
  }

  private static String facts(TargetStatus target) {
    var facts = new ArrayList<String>();
    if (target.standing() != Standing.UNREACHABLE) {
      facts.add("version " + target.version().orElse("(none)"));
    }
    if (!target.pending().isEmpty()) {
      facts.add(target.pending().size() + " pending");
    }
    if (!target.drift().isEmpty()) {
      facts.add(DeployText.count(target.drift().size(), "difference"));
    } else if (!target.driftChecked() && target.standing() != Standing.UNREACHABLE) {
      facts.add("drift not checked");
    }
    target.problem().ifPresent(why -> facts.add(why.code().id() + " " + why.summary()));
    return String.join(", ", facts);
  }

  private static String count(int count, String words) {
    return count == 0 ? "" : count + " " + words;
  }
}
