package dev.tidegate.command;

import dev.tidegate.migration.DeployLock;
import dev.tidegate.migration.MigrateOptions;
import dev.tidegate.migration.Migrator;
import dev.tidegate.migration.ResumePoint;
import dev.tidegate.migration.Version;
import java.util.Optional;

/** The stage that changes the database, and the lock that keeps others from it meanwhile. */
record Applying(
    DeployRequest request, Target target, Optional<Version> upTo, Optional<ResumePoint> resumeAt) {

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
        new Migrator(request.workspace().console()::info)
            .apply(target.migrations(), plan.folder(), options);
    ledger.ran(run, (System.nanoTime() - start) / 1_000_000);
  }
}
