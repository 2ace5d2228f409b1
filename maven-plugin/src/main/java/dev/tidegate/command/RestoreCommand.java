package dev.tidegate.command;

import dev.tidegate.backup.ArchiveFile;
import dev.tidegate.backup.Restore;
import dev.tidegate.backup.Restored;
import dev.tidegate.copy.CopyProblems;
import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.guard.Consent;
import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.guard.EnvironmentRule;
import dev.tidegate.guard.Ways;
import dev.tidegate.guard.Writable;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Product;
import dev.tidegate.migration.DeployLock;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.RestoreReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** {@code tidegate:copy} from an archive that a deploy made before it destroyed something. */
public final class RestoreCommand {

  /** Whether the source of a copy is an archive of a backup and no database. */
  public static boolean looksLikeOne(String source) {
    return ArchiveFile.looksLikeOne(source);
  }

  /** Names the database, asks whether it may be written, restores all or nothing. */
  public RestoreReport run(RestoreRequest request) {
    var started = System.nanoTime();
    if (request.target().product() != Product.POSTGRESQL) {
      throw CommandProblems.archiveOfPostgres(request.archive()).exception();
    }
    var dialect = Engine.DIALECTS.of(request.target().product());
    try (var archive = ArchiveFile.open(request.archive())) {
      var way = way(request, dialect);
      var identity = way.identity();
      request.console().info(banner(request, archive, identity));
      var mode = Restore.Mode.valueOf(request.mode().toUpperCase(Locale.ROOT));
      refuseUnlessAllowed(request, identity, mode);
      var target = way.settings().forFirstQuestions();
      var consent = consent(request, identity, mode, target);
      Restored restored;
      try (var lock = lock(request, identity, target)) {
        if (lock.waited()) {
          request.console().info("the deploy has ended; restoring");
        }
        restored =
            new Restore(archive, mode, request.dryRun())
                .into(
                    target,
                    request.lockTimeout(),
                    connection ->
                        dialect.inspector().inspect(connection, Scope.all()).objects().keySet());
      }
      return new RestoreReport(
          request.archive().toString(),
          identity.url(),
          identity,
          request.dryRun(),
          restored.rows(),
          restored,
          consent,
          (System.nanoTime() - started) / 1_000_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A deploy of this schema must not run meanwhile, and this not while one does. */
  private static DeployLock lock(
      RestoreRequest request, DatabaseIdentity identity, ConnectionSettings target) {
    if (request.dryRun()) {
      return DeployLock.none();
    }
    var wait = request.lockTimeout().orElse(Duration.ZERO);
    try {
      return DeployLock.take(target, identity.schema(), wait, request.console()::info);
    } catch (TidegateException e) {
      throw e.problem().withHint("run it again when the other one has ended").exception(e);
    }
  }

  /** What a coding agent needs where rows are deleted or overwritten; kept in the database. */
  private static Optional<Consent> consent(
      RestoreRequest request,
      DatabaseIdentity identity,
      Restore.Mode mode,
      ConnectionSettings target) {
    if (request.dryRun() || mode == Restore.Mode.INSERT) {
      return Optional.empty();
    }
    var overwriting = Overwriting.of(request.keyboard(), identity, mode == Restore.Mode.REPLACE);
    var consent = overwriting.consent();
    consent.ifPresent(
        words -> overwriting.record(words, target, Engine.DIALECTS.of(target.product())));
    return consent;
  }

  /** The way to write, past a pooler; refuses a server that takes no changes. */
  private static Ways.Way way(RestoreRequest request, Dialect dialect) {
    var target = request.target();
    try {
      var way =
          new Ways(target.forReading(), request.direct().map(ConnectionSettings::forReading))
              .toWrite(dialect);
      new Writable("copy", way, dialect).orRefuse();
      return way;
    } catch (SQLException e) {
      throw CopyProblems.targetUnreadable(target.url().display(), e).exception(e);
    }
  }

  private static String banner(
      RestoreRequest request, ArchiveFile archive, DatabaseIdentity identity) {
    return "copy\n  from\n    %s\n    backup of %s, %s UTC\n  to\n%s  mode         %s%s"
        .formatted(
            request.archive(),
            archive.database(),
            archive.on(),
            identity.banner().indent(4),
            request.mode(),
            request.dryRun() ? "; dry run, nothing is written" : "");
  }

  private static void refuseUnlessAllowed(
      RestoreRequest request, DatabaseIdentity identity, Restore.Mode mode) {
    new EnvironmentRule("copy", request.environment(), Optional.empty())
        .refuseUnlessMatching(identity);
    var confirmed = request.confirm().equals(Optional.of(identity.database()));
    if (mode != Restore.Mode.INSERT && identity.isProduction() && !confirmed) {
      throw CopyProblems.production(identity.database()).exception();
    }
    if (mode == Restore.Mode.REPLACE && !confirmed) {
      throw CopyProblems.notConfirmed(identity.database(), request.confirm()).exception();
    }
  }
}
