package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.guard.PendingHazards;
import dev.tidegate.plan.Hazard;
import dev.tidegate.render.Statement;
import dev.tidegate.report.DiffReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of the script that leads back. */
final class WayBack {
  private WayBack() {}

  /** What the way there destroys, which no way back can bring: {@code drop-column t.legacy}. */
  static List<String> lost(List<Statement> there) {
    return there.stream()
        .flatMap(statement -> statement.hazards().stream())
        .filter(hazard -> hazard.type().destroysData())
        .map(WayBack::said)
        .distinct()
        .toList();
  }

  /** The same of pending migrations. */
  static List<String> lostBy(List<PendingHazards> files) {
    return files.stream()
        .flatMap(file -> file.destroying().stream())
        .map(WayBack::said)
        .distinct()
        .toList();
  }

  /** The comment at the start of its first file. */
  static String heading(Pair<String> words, List<String> lost) {
    var line = "-- leads back from " + words.to() + " to " + words.from();
    return lost.isEmpty()
        ? line + "\n\n"
        : lost.stream()
            .map(it -> "-- - " + it + "\n")
            .collect(
                Collectors.joining(
                    "", line + "; this was destroyed and does not come back:\n", "\n"));
  }

  /** Files as a report has them. */
  static List<DiffReport.FileEntry> entries(List<MigrationWriter.Written> files) {
    return files.stream()
        .map(
            file ->
                new DiffReport.FileEntry(
                    file.path().map(Path::toString),
                    file.transactional(),
                    file.purpose(),
                    file.text()))
        .toList();
  }

  private static String said(Hazard hazard) {
    return (hazard.approval() + ", " + hazard.message()).replaceAll("[\r\n]+", " ");
  }
}
