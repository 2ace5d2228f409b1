package dev.tidegate.command;

import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Migrator;
import dev.tidegate.migration.Version;
import java.util.Optional;

/** Takes an existing database over, as being at a version, running nothing. */
record Adoption(Target target, MigrationFolder folder, String wanted) {

  /** Whether the history says already what is asked for. */
  boolean isDone(MigrationHistory history) {
    return Version.isOne(wanted)
        && history.with(MigrationStatus.BASELINE).stream()
            .anyMatch(entry -> entry.version().equals(Optional.of(Version.parse(wanted))));
  }

  /** Writes the history of the database; in a dry run says what would be written. */
  void adopt(boolean dryRun, DeployLedger ledger) {
    var version = Version.isOne(wanted) ? Version.parse(wanted) : folder.version(wanted);
    if (dryRun) {
      ledger.note("dry run: the database would be adopted at version " + version);
      return;
    }
    new Migrator().baseline(target.migrations(), version, "adopted by tidegate");
    ledger.adopted(version);
  }
}
