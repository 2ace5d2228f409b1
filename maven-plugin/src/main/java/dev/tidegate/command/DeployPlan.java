package dev.tidegate.command;

import dev.tidegate.diff.Fingerprint;
import dev.tidegate.diff.Pair;
import dev.tidegate.guard.LookAlikes;
import dev.tidegate.guard.PlanHash;
import dev.tidegate.guard.PlannedFile;
import dev.tidegate.guard.PlannedFiles;
import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.Progress;
import dev.tidegate.report.ChangeList;
import dev.tidegate.report.DiffReport;
import dev.tidegate.schema.Table;
import dev.tidegate.source.MigrationText;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param drift how the database differed before from what its applied migrations build; empty where
 *     it did not, or where that was not looked at
 * @param hash names the plan
 * @param notes what a reader should know
 * @param wayBack the script that undoes it, where it was asked for and found
 */
record DeployPlan(
    MigrationFolder folder,
    MigrationHistory history,
    List<MigrationFile> pending,
    PendingAnalysis.Analysis analysis,
    List<PlannedFile> files,
    Optional<Drift> drift,
    String hash,
    List<String> notes,
    Optional<DiffReport.RollbackEntry> wayBack) {

  private static final String NO_WAY = "nothing is pending, so there is no way back from it";

  /** How many files of a plan may be applied already: each more is one more plan to compare. */
  private static final int MOST_APPLIED = 200;

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
      Way way) {
    var applied = applied(history);
    var needless = pending.isEmpty() || (applied.isEmpty() && target.allTables().isEmpty());
    var work = new PendingAnalysis(target, workspace, way.walks());
    var search = way.search(workspace);
    var analysis =
        needless ? PendingAnalysis.Analysis.none() : work.analyse(folder, history, pending, search);
    if (needless && !pending.isEmpty()) {
      search.ifPresent(it -> work.follow(folder, history, pending, it));
    }
    var notes = new ArrayList<String>();
    pending.stream()
        .findFirst()
        .map(next -> ProvedStates.notes(target, workspace, next, analysis.start()))
        .ifPresent(notes::addAll);
    search.ifPresent(it -> notes.addAll(pending.isEmpty() ? List.of(NO_WAY) : it.notes()));
    var drift = drift(target, workspace, analysis);
    var walks = way.walks();
    // one hash has to name the plan of all targets
    var state = drift.filter(it -> !walks.ofTargets()).map(Drift::fingerprint);
    return new DeployPlan(
        folder,
        history,
        pending,
        analysis,
        files(target, folder, pending),
        drift,
        PlanHash.of(applied, pending, folder, state),
        notes,
        search.flatMap(it -> it.entry(pending, WayBack.lostBy(analysis.files()))));
  }

  /**
   * How the plan is looked for.
   *
   * @param walks where its files are tried
   * @param rollback whether the way back is looked for as well
   */
  record Way(ScratchWalks walks, boolean rollback) {
    private Optional<WayBackSearch> search(Workspace workspace) {
      return rollback ? Optional.of(new WayBackSearch(workspace)) : Optional.empty();
    }
  }

  /**
   * What somebody has changed beside the migrations.
   *
   * @param fingerprint names the state of the database
   * @param lines the differences; none where all of them are known to come of migrations
   */
  record Drift(String fingerprint, List<String> lines) {
    Drift {
      lines = List.copyOf(lines);
    }
  }

  /** What a repeatable migration is about to make anew has not drifted: its older form made it. */
  private static Optional<Drift> drift(
      Target target, Workspace workspace, PendingAnalysis.Analysis analysis) {
    if (analysis.start().isEmpty()) {
      return Optional.empty();
    }
    var dialect = target.dialect();
    var live = target.ask(it -> dialect.inspector().inspect(it, Engine.scope(workspace)));
    var changes = dialect.diff(new Pair<>(analysis.start().get(), live));
    var drifted = changes.stream().filter(it -> !analysis.replaced().contains(it.id())).toList();
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Drift(Fingerprint.of(dialect.diffRules(), live), ChangeList.lines(drifted)));
  }

  /**
   * The plan of a deploy that goes on with what another one has begun: what that one left is not
   * what anybody reviewed, so the plan is named by its files alone.
   */
  DeployPlan resuming(List<Progress> interrupted) {
    return interrupted.isEmpty()
        ? this
        : new DeployPlan(
            folder,
            history,
            pending,
            analysis,
            files,
            drift,
            PlanHash.of(applied(history), pending, folder, Optional.empty()),
            notes,
            wayBack);
  }

  /**
   * Whether this is what is left of a reviewed plan of which a deploy has applied the first files:
   * had they not been applied yet, the hash would be that one.
   */
  boolean isRestOf(String reviewed) {
    var applied = applied(history);
    if (!hash.equals(PlanHash.of(applied, pending, folder, Optional.empty()))) {
      return false;
    }
    var latest =
        applied.stream()
            .sorted(Comparator.comparingInt(DeployPlan::rank).reversed())
            .limit(MOST_APPLIED)
            .toList();
    var since = new ArrayList<HistoryEntry>();
    var rest = new ArrayList<>(pending);
    for (var entry : latest) {
      var file =
          folder.files().stream().filter(it -> it.script().equals(entry.script())).findFirst();
      if (file.isEmpty()) {
        return false;
      }
      since.add(entry);
      rest.add(0, file.get());
      var before = applied.stream().filter(it -> !since.contains(it)).toList();
      if (PlanHash.of(before, rest, folder, Optional.empty()).equalsIgnoreCase(reviewed)) {
        return true;
      }
    }
    return false;
  }

  private static int rank(HistoryEntry entry) {
    return entry.installed().map(HistoryEntry.Installed::rank).orElse(0);
  }

  /** What the pending files and what runs beside them say. */
  private static List<PlannedFile> files(
      Target target, MigrationFolder folder, List<MigrationFile> pending) {
    if (pending.isEmpty()) {
      return List.of();
    }
    var product = target.settings().product();
    var files = new PlannedFiles();
    for (var file : pending) {
      files.add(file.script(), read(MigrationText.of(product, file)));
    }
    for (var path : folder.companions()) {
      if (path.toString().endsWith(".sql")) {
        var script = folder.script(path);
        files.add(script, read(MigrationText.of(product, script, path)));
      }
    }
    return files.all();
  }

  /** What COPY reads from the file is run as well, so it is shown as well. */
  private static List<PlannedFiles.Read> read(MigrationText text) {
    return text.parts().stream()
        .map(
            it ->
                new PlannedFiles.Read(
                    it.sql() + it.data().map(";\n"::concat).orElse(""), it.line()))
        .toList();
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
