package dev.tidegate.command;

import dev.tidegate.migration.AppliedMigration;
import dev.tidegate.migration.DeployLock;
import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.MigrateOptions;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Migrator;
import dev.tidegate.migration.ResumePoint;
import dev.tidegate.migration.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The stage that changes the database, and the lock that keeps others from it meanwhile. */
record Applying(
    DeployRequest request,
    Target target,
    Optional<Version> upTo,
    Optional<ResumePoint> resumeAt,
    DeployLock lock) {

  /** Keeps other deploys of this database and schema out; a dry run keeps nobody out. */
  static DeployLock lock(DeployRequest request, Target target) {
    return request.dryRun()
        ? DeployLock.none()
        : DeployLock.take(
            target.settings(),
            target.identity().schema(),
            request.patience().deploy(),
            request.workspace().console()::info);
  }

  /** Runs what is pending, and writes down what came of it. */
  void apply(DeployPlan plan, DeployLedger ledger) {
    var patience = request.patience();
    var options =
        new MigrateOptions(
                upTo, patience.lockTimeout(), patience.statementTimeout(), patience.lockRetries())
            .resumingAt(resumeAt);
    var start = System.nanoTime();
    var run =
        new Migrator(
                request.workspace().console()::info,
                applied -> lock.refuseUnlessHeld(() -> isUnchanged(plan, applied)))
            .apply(target.migrations(), plan.folder(), options);
    ledger.ran(run, (System.nanoTime() - start) / 1_000_000);
  }

  /** Whether the history holds what it held when it was read, and what this run added. */
  private boolean isUnchanged(DeployPlan plan, List<AppliedMigration> applied) {
    var now = MigrationHistory.read(target.migrations(), plan.folder());
    var expected = scripts(plan.history());
    applied.forEach(it -> expected.add(it.script()));
    return now.with(MigrationStatus.FAILED).isEmpty() && scripts(now).equals(expected);
  }

  private static Set<String> scripts(MigrationHistory history) {
    return history.entries().stream()
        .filter(entry -> entry.installed().isPresent())
        .map(HistoryEntry::script)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
