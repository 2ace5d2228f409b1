package dev.tidegate.command;

import dev.tidegate.backup.BackupFolder;
import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.guard.HistoryCheck;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Version;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.ChangeList;
import dev.tidegate.report.StatusReport;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how a database stands to its migrations. Opens it so that nothing can be written. */
public final class StatusCommand {

  /** Names the database, reads its history, compares it with what its migrations build. */
  public StatusReport run(StatusRequest request) {
    var workspace = request.workspace();
    var folder = MigrationFolder.readOrEmpty(workspace.migrations());
    var settings = Target.existing(request.target()).forReading();
    var target = Target.named("status", settings, workspace);
    var history = MigrationHistory.read(target.migrations(), folder);
    refuseMistypedFolder(workspace, history);
    var live =
        target.ask(
            connection ->
                target.dialect().inspector().inspect(connection, Engine.scope(workspace)));
    var notes = new ArrayList<String>();
    var drift = drift(request, target, new Known(folder, history, live), notes);
    var unknown = drift.isEmpty() ? List.copyOf(notes) : List.<String>of();
    return new StatusReport(
        target.identity(),
        history.version().map(Version::toString),
        history.entries().stream().map(StatusReport.Entry::of).toList(),
        drift.orElse(List.of()),
        drift.isPresent(),
        rows(target),
        new BackupFolder(request.backups()).of(target.identity().url()),
        List.of(),
        live.unmodelled(),
        notes,
        notChecked(request, unknown).or(() -> problem(request, history, drift.orElse(List.of()))));
  }

  /** Only the default folder may be absent, of a database that has no migrations either. */
  private static void refuseMistypedFolder(Workspace workspace, MigrationHistory history) {
    var standard = workspace.folder().resolve("src/main/resources/db/migration");
    if (!history.isEmpty() || !workspace.migrations().equals(standard)) {
      MigrationFolder.read(workspace.migrations());
    }
  }

  /** Who asks to fail on drift is not told that there is none when nobody looked. */
  private static Optional<Problem> notChecked(StatusRequest request, List<String> why) {
    return !request.failOnDrift() || why.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.of(ProblemCode.DATABASE_DRIFTED, "drift could not be checked")
                .withDetail(why)
                .withState("nothing was changed"));
  }

  private record Known(MigrationFolder folder, MigrationHistory history, Schema live) {}

  /** Nothing where it cannot be known, with a note that says why. */
  private static Optional<List<String>> drift(
      StatusRequest request, Target target, Known known, List<String> notes) {
    if (known.history().isEmpty()) {
      notes.add("drift was not checked, since the database has no history");
      return Optional.empty();
    }
    var objection = new HistoryCheck(known.history(), known.folder().path()).objection();
    if (objection.isPresent()) {
      notes.add("drift was not checked: " + objection.get().summary());
      return Optional.empty();
    }
    var expected =
        new PendingAnalysis(target, request.workspace(), ScratchWalks.ofOne())
            .applied(known.folder(), known.history());
    if (expected.isEmpty()) {
      notes.add("drift was not checked, since the folder lacks what the baseline stands for");
    }
    return expected.map(
        schema -> ChangeList.lines(target.dialect().diff(new Pair<>(schema, known.live()))));
  }

  private static List<StatusReport.TableRows> rows(Target target) {
    return target.ask(connection -> target.dialect().live().rows(connection)).entrySet().stream()
        .filter(entry -> !Scope.OWN_TABLES.contains(entry.getKey().name()))
        .map(entry -> new StatusReport.TableRows(entry.getKey().display(), entry.getValue()))
        .toList();
  }

  private static Optional<Problem> problem(
      StatusRequest request, MigrationHistory history, List<String> drift) {
    var pending = history.with(MigrationStatus.PENDING);
    if (request.failOnDrift() && !drift.isEmpty()) {
      return Optional.of(
          Problem.of(ProblemCode.DATABASE_DRIFTED, "the database is not what its migrations build")
              .withDetail(drift)
              .withState("nothing was changed")
              .withHint("mvn tidegate:diff -Dtidegate.from=target -Dtidegate.to=migrations"));
    }
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
