package dev.tidegate.command;

import dev.tidegate.backup.BackupFolder;
import dev.tidegate.dialect.Scope;
import dev.tidegate.guard.EnvironmentRule;
import dev.tidegate.guard.HistoryCheck;
import dev.tidegate.guard.HistoryPlace;
import dev.tidegate.guard.LookAlikes;
import dev.tidegate.guard.RenamedHistory;
import dev.tidegate.migration.InvalidIndexes;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Progress;
import dev.tidegate.migration.Version;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.StatusReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how a database stands to its migrations. Opens it so that nothing can be written. */
public final class StatusCommand {
  private final ScratchWalks walks;

  /** Looks at one database. */
  public StatusCommand() {
    this(ScratchWalks.ofOne());
  }

  /** Looks at one of many databases. */
  StatusCommand(ScratchWalks walks) {
    this.walks = walks;
  }

  /** Names the database, reads its history, compares it with what its migrations build. */
  public StatusReport run(StatusRequest request) {
    var workspace = request.workspace();
    var folder = MigrationFolder.readOrEmpty(workspace.migrations());
    var settings = Target.forLooking(request.target(), request.workspace());
    var target = Target.named("status", settings, workspace);
    var history = MigrationHistory.read(target.migrations(), folder);
    refuseMistypedFolder(workspace, history);
    var progress = Interrupted.read(target);
    var next = history.resumable(progress, folder);
    var obstacle =
        Progress.objection(progress, folder)
            .or(new HistoryCheck(next, folder)::objection)
            .or(() -> unknown(target, history));
    var drift = DriftLook.at(target, workspace, folder, history, obstacle, walks);
    var backups =
        new BackupFolder(request.backups()).of(target.identity().url(), target.namespace());
    return new StatusReport(
        target.identity(),
        history.version().map(Version::toString),
        history.entries().stream().map(StatusReport.Entry::of).toList(),
        obstacle,
        progress,
        target.ask(connection -> InvalidIndexes.read(connection, settings.product())),
        drift.lines(),
        drift.unchecked().isEmpty(),
        rows(target, request.exactRows()),
        request.exactRows() || target.dialect().live().countsRows(),
        backups.backups(),
        LookAlikes.of(target.identity(), target.allTables(), List.of()),
        new NextStep(target.identity(), folder, next)
            .after(obstacle, progress.isEmpty() ? drift.lines() : List.of()),
        drift.unmodelled(),
        notes(request, target, drift, backups.faults()),
        problem(request, history, drift));
  }

  private static List<String> notes(
      StatusRequest request, Target target, DriftLook drift, List<String> faults) {
    var identity = target.identity();
    var notes = new ArrayList<String>();
    drift.unchecked().ifPresent(why -> notes.add("drift was not checked: " + why));
    new EnvironmentRule("status", request.environment(), Optional.empty())
        .note(identity)
        .ifPresent(notes::add);
    notes.addAll(faults);
    var place = new HistoryPlace(identity, target.namespace().isPresent());
    notes.addAll(place.notes());
    place.objection().ifPresent(why -> notes.add("a deploy would be refused: " + why.summary()));
    if (identity.losesSessions()) {
      notes.add("read through a transaction pooler; a deploy needs directUrl");
    }
    return notes;
  }

  private static Optional<Problem> unknown(Target target, MigrationHistory history) {
    return RenamedHistory.objection(history, target::objects, target.identity().schema())
        .or(() -> HistoryCheck.unknown(history, target.tables()));
  }

  /** Only the default folder may be absent, of a database that has no migrations either. */
  private static void refuseMistypedFolder(Workspace workspace, MigrationHistory history) {
    var standard = workspace.folder().resolve("src/main/resources/db/migration");
    if (!history.isEmpty() || !workspace.migrations().equals(standard)) {
      MigrationFolder.read(workspace.migrations());
    }
  }

  private static List<StatusReport.TableRows> rows(Target target, boolean exact) {
    var live = target.dialect().live();
    var rows =
        target.ask(
            connection -> exact ? live.countedRows(connection, List.of()) : live.rows(connection));
    return rows.entrySet().stream()
        .filter(entry -> !Scope.isHistory(entry.getKey().name()))
        .map(
            entry ->
                new StatusReport.TableRows(
                    entry.getKey().display(), entry.getValue().rows(), entry.getValue().why()))
        .toList();
  }

  /** Who asks to fail on drift is not told that there is none when nobody looked. */
  private static Optional<Problem> problem(
      StatusRequest request, MigrationHistory history, DriftLook drift) {
    if (request.failOnDrift() && drift.unchecked().isPresent()) {
      return Optional.of(
          Problem.of(ProblemCode.DATABASE_DRIFTED, "drift could not be checked")
              .withDetail(drift.unchecked().get())
              .withState("nothing was changed"));
    }
    if (request.failOnDrift() && !drift.lines().isEmpty()) {
      return Optional.of(
          Problem.of(ProblemCode.DATABASE_DRIFTED, "the database is not what its migrations build")
              .withDetail(drift.lines())
              .withState("nothing was changed")
              .withHint("mvn tidegate:diff -Dtidegate.from=target -Dtidegate.to=migrations"));
    }
    var pending = history.with(MigrationStatus.PENDING);
    if (request.failOnPending() && !pending.isEmpty()) {
      return Optional.of(
          Problem.of(
                  ProblemCode.MIGRATIONS_PENDING,
                  pending.size() == 1
                      ? "1 migration is pending"
                      : pending.size() + " migrations are pending")
              .withDetail(pending.stream().map(entry -> entry.script()).toList())
              .withState("nothing was changed")
              .withHint("mvn tidegate:deploy"));
    }
    return Optional.empty();
  }
}
