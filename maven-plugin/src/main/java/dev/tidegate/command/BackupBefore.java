package dev.tidegate.command;

import dev.tidegate.backup.BackupFolder;
import dev.tidegate.backup.Backups;
import dev.tidegate.backup.Loss;
import dev.tidegate.guard.PendingHazards;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.problem.TidegateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds on to what pending migrations destroy, before the first of them runs.
 *
 * @param named the database by the URL that was given, by which its backups are found again
 * @param label that the database will carry when the backup is brought back
 * @param lockTimeout how long to wait for a table that somebody has locked
 */
record BackupBefore(
    ConnectionSettings named,
    Target target,
    BackupChoice choice,
    boolean dryRun,
    Optional<String> label,
    Optional<Duration> lockTimeout) {

  static BackupBefore of(DeployRequest request, Target target) {
    return new BackupBefore(
        request.target(),
        target,
        request.care().backup(),
        request.dryRun(),
        request.label().environment().or(() -> target.identity().environment()),
        request.patience().lockTimeout());
  }

  /**
   * Makes the backup that is wanted; where that fails, the deploy has failed. A dry run says so.
   */
  void take(DeployPlan plan, DeployLedger ledger) {
    var loss = wanted(plan);
    if (loss.isEmpty()) {
      return;
    }
    if (choice.when().equals("never")) {
      ledger.note("no backup was made, although data is destroyed: backup is never");
      return;
    }
    if (dryRun) {
      ledger.note("a backup would be made in " + choice.folder());
      return;
    }
    try {
      var backups =
          new Backups(target.settings(), label, new BackupFolder(choice.folder()), lockTimeout)
              .filedUnder(named);
      var method = Backups.Method.valueOf(choice.with().toUpperCase(Locale.ROOT));
      ledger.backedUp(backups.take(loss, method, new BackupSchema(target.dialect())));
    } catch (TidegateException e) {
      ledger.failed(e.problem());
    }
  }

  /** A database without tables has nothing to lose. */
  private Loss wanted(DeployPlan plan) {
    if (choice.when().equals("always")) {
      var idle = plan.pending().isEmpty() || target.allTables().isEmpty();
      return idle ? Loss.nothing() : Loss.ofEverything();
    }
    var files = plan.analysis().files().stream();
    return Loss.of(files.map(PendingHazards::hazards).flatMap(it -> it.stream()).toList());
  }
}
