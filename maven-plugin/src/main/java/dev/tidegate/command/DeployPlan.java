package dev.tidegate.command;

import dev.tidegate.diff.Fingerprint;
import dev.tidegate.diff.Pair;
import dev.tidegate.guard.LookAlikes;
import dev.tidegate.guard.PlanHash;
import dev.tidegate.guard.PlannedFile;
import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import dev.tidegate.source.MigrationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is going to be applied to what, and all that is known of it.
 *
 * @param folder the migrations beside the history
 * @param history of the database before
 * @param pending what is to be applied, in order
 * @param analysis what each pending file does
 * @param files what they say, statement by statement
 * @param hash names the plan
 * @param notes what a reader should know
 */
record DeployPlan(
    MigrationFolder folder,
    MigrationHistory history,
    List<MigrationFile> pending,
    PendingAnalysis.Analysis analysis,
    List<PlannedFile> files,
    String hash,
    List<String> notes) {

  DeployPlan {
    pending = List.copyOf(pending);
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /** Starts no scratch database where nothing waits or nothing is there to be lost. */
  static DeployPlan of(
      Target target,
      Workspace workspace,
      MigrationFolder folder,
      MigrationHistory history,
      List<MigrationFile> pending,
      ScratchWalks walks) {
    var applied = applied(history);
    var needless = pending.isEmpty() || (applied.isEmpty() && target.allTables().isEmpty());
    var analysis =
        needless
            ? PendingAnalysis.Analysis.none()
            : new PendingAnalysis(target, workspace, walks).analyse(folder, history, pending);
    var notes =
        pending.stream()
            .findFirst()
            .map(next -> ProvedStates.notes(target, workspace, next, analysis.start()))
            .orElse(List.of());
    var state =
        walks.ofTargets() ? Optional.<String>empty() : drifted(target, workspace, analysis.start());
    return new DeployPlan(
        folder,
        history,
        pending,
        analysis,
        files(target, folder, pending),
        PlanHash.of(applied, pending, folder, state),
        notes);
  }

  /** Names the state of a database that is not what its applied migrations build. */
  private static Optional<String> drifted(
      Target target, Workspace workspace, Optional<Schema> start) {
    if (start.isEmpty()) {
      return Optional.empty();
    }
    var dialect = target.dialect();
    var live = target.ask(it -> dialect.inspector().inspect(it, Engine.scope(workspace)));
    return dialect.diff(new Pair<>(start.get(), live)).isEmpty()
        ? Optional.empty()
        : Optional.of(Fingerprint.of(dialect.diffRules(), live));
  }

  /** What the pending files and what runs beside them say. */
  private static List<PlannedFile> files(
      Target target, MigrationFolder folder, List<MigrationFile> pending) {
    if (pending.isEmpty()) {
      return List.of();
    }
    var product = target.settings().product();
    var files = new ArrayList<PlannedFile>();
    for (var file : pending) {
      var text = MigrationText.of(product, file);
      files.add(PlannedFile.of(file.script(), text.statements()));
    }
    for (var path : folder.companions()) {
      if (path.toString().endsWith(".sql")) {
        var script = folder.script(path);
        files.add(PlannedFile.of(script, MigrationText.of(product, script, path).statements()));
      }
    }
    return files;
  }

  /** Tables of other schemas that have the names of ours; not looked for where nothing waits. */
  List<String> lookAlikes(Target target) {
    var built =
        analysis.result().stream()
            .flatMap(schema -> schema.all(Table.class).stream())
            .map(Table::id)
            .toList();
    return pending.isEmpty()
        ? List.of()
        : LookAlikes.of(target.identity(), target.allTables(), built);
  }

  private static List<HistoryEntry> applied(MigrationHistory history) {
    return history.entries().stream().filter(entry -> entry.installed().isPresent()).toList();
  }
}
