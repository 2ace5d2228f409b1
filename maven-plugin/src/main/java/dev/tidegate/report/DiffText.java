package dev.tidegate.report;

import java.util.ArrayList;
import java.util.List;

/** {@link DiffReport} for a build log. */
final class DiffText {
  private DiffText() {}

  static String of(DiffReport report) {
    var lines = new ArrayList<String>();
    lines.add(headline(report));
    if (report.differs()) {
      lines.add("");
      lines.addAll(report.script().stripTrailing().lines().toList());
      lines.add("");
    }
    hazards(report, lines);
    if (report.briefLocks() > 0) {
      lines.add(
          "locks for a moment, without touching rows: "
              + counted((int) report.briefLocks(), "statement")
              + " (see diff.json)");
    }
    for (var question : report.questions()) {
      lines.add(
          "question: was %s %s renamed to %s (%s)? If so: %s"
              .formatted(
                  question.kind(),
                  question.from(),
                  question.to(),
                  question.why(),
                  question.answer()));
    }
    section(lines, "not compared, since this version does not model it", report.unmodelled());
    report.notes().forEach(note -> lines.add("note: " + note));
    files("written", report.files(), lines);
    report.rollback().ifPresent(rollback -> rollback(rollback, lines));
    return String.join("\n", lines);
  }

  /** The way back, after what leads there. */
  static void rollback(DiffReport.RollbackEntry rollback, List<String> lines) {
    if (rollback.files().stream().allMatch(file -> file.path().isEmpty())) {
      lines.add("");
      lines.add("the way back:");
      lines.add("");
      for (var file : rollback.files()) {
        lines.addAll(file.script().lines().toList());
      }
    } else if (!rollback.lost().isEmpty()) {
      section(lines, "the way back does not bring back", rollback.lost());
    }
    files("written, the way back", rollback.files(), lines);
  }

  private static void files(String title, List<DiffReport.FileEntry> files, List<String> lines) {
    for (var file : files) {
      file.path()
          .ifPresent(
              path ->
                  lines.add(
                      title
                          + ": "
                          + path
                          + (file.transactional() ? "" : ", not in a transaction")));
    }
  }

  private static String headline(DiffReport report) {
    var states = "diff: " + report.from() + " -> " + report.to() + " (" + report.dialect() + ")";
    if (!report.differs()) {
      return states + ": no difference";
    }
    return "%s: %s, %s, proved on %s"
        .formatted(
            states,
            counted(report.statements().size(), "statement"),
            counted(report.hazards().size(), "hazard"),
            report.scratchVersion());
  }

  private static void hazards(DiffReport report, List<String> lines) {
    var destroying =
        report.hazards().stream().filter(DiffReport.HazardEntry::destroysData).toList();
    if (!destroying.isEmpty()) {
      lines.add("destroys data, so deploy will ask for approval:");
      destroying.forEach(hazard -> lines.add("  " + hazard.approval() + "  " + hazard.message()));
    }
  }

  private static void section(List<String> lines, String title, List<String> items) {
    if (!items.isEmpty()) {
      lines.add(title + ":");
      items.forEach(item -> lines.add("  " + item));
    }
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
