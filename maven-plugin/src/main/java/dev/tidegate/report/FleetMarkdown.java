package dev.tidegate.report;

import dev.tidegate.problem.Problem;
import dev.tidegate.report.FleetReport.TargetEntry;
import java.util.ArrayList;
import java.util.List;

/** {@link FleetReport} for a comment or a job summary. */
final class FleetMarkdown {
  private FleetMarkdown() {}

  static String of(FleetReport report) {
    var blocks = new ArrayList<String>();
    blocks.add("### deploy");
    blocks.add(FleetText.headline(report));
    var shown = FleetText.shown(report);
    if (!shown.isEmpty()) {
      blocks.add(
          Markdown.table(
              List.of("target", "outcome", ""), shown.stream().map(FleetMarkdown::row).toList()));
    }
    FleetText.folded(report).ifPresent(blocks::add);
    blocks.addAll(FleetText.hashes(report));
    var kept = new ArrayList<>(FleetText.backups(report));
    kept.addAll(FleetText.consents(report));
    if (!kept.isEmpty()) {
      blocks.add(Markdown.fenced("text", String.join("\n", kept)));
    }
    report.targets().stream()
        .filter(target -> target.problem().isPresent())
        .forEach(target -> target.problem().ifPresent(why -> blocks.add(failure(target, why))));
    report.notes().forEach(note -> blocks.add("Note: " + note));
    return String.join("\n\n", blocks) + "\n";
  }

  private static List<String> row(TargetEntry target) {
    return List.of(
        Markdown.code(target.name()), FleetText.word(target.outcome()), FleetText.facts(target));
  }

  private static String failure(TargetEntry target, Problem why) {
    return Markdown.code(target.name()) + ":\n\n" + Markdown.fenced("text", why.text());
  }
}
