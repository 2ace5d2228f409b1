package dev.tidegate.report;

import dev.tidegate.backup.Backup;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** {@link Backup} for a build log. */
final class BackupText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final int SHOWN_TABLES = 20;

  private BackupText() {}

  /** What was made, what it holds, and how to bring it back. */
  static List<String> made(Backup backup) {
    var lines = new ArrayList<String>();
    lines.add("backup: " + summary(backup));
    lines.add("  sha256  " + backup.sha256());
    for (var held : backup.tables().stream().limit(SHOWN_TABLES).toList()) {
      lines.add(
          "  %,d  %s%s"
              .formatted(
                  held.rows(),
                  held.table(),
                  held.columns().isEmpty() ? "" : " (" + String.join(", ", held.columns()) + ")"));
    }
    var more = backup.tables().size() - SHOWN_TABLES;
    if (more > 0) {
      lines.add("  … and " + DeployText.count(more, "more table") + " in the report file");
    }
    lines.add("  restore " + backup.restore());
    return lines;
  }

  /** Where it lies, and how much it holds. */
  static String summary(Backup backup) {
    return "%s (%s, %,d bytes, %s of %s)"
        .formatted(
            backup.file(),
            backup.method(),
            backup.bytes(),
            backup.rows() == 1 ? "1 row" : "%,d rows".formatted(backup.rows()),
            DeployText.count(backup.tables().size(), "table"));
  }

  /** One line of a list. */
  static String known(Backup backup) {
    return "%s UTC  %,d bytes  %s  %s"
        .formatted(TIME.format(backup.on()), backup.bytes(), backup.method(), backup.file());
  }
}
