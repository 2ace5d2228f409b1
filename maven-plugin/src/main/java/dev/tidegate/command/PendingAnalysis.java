package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.guard.PendingHazards;
import dev.tidegate.guard.PendingJudge;
import dev.tidegate.guard.StateLook;
import dev.tidegate.guard.StatementTrace;
import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.MigrationDatabase;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Migrator;
import dev.tidegate.migration.Version;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.source.MigrationText;
import dev.tidegate.source.PendingStates;
import dev.tidegate.source.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies the pending migrations to a scratch database, file by file, and judges what each one did
 * there.
 */
final class PendingAnalysis {
  private final Engine engine;
  private final Target target;
  private final Workspace workspace;
  private final ScratchWalks walks;

  PendingAnalysis(Target target, Workspace workspace, ScratchWalks walks) {
    this.engine = new Engine(workspace, Optional.of(target.settings()));
    this.target = target;
    this.workspace = workspace;
    this.walks = walks;
  }

  /**
   * What is known of the pending migrations.
   *
   * @param files one for each pending file, then one for each callback; none where nothing was
   *     analysed
   * @param start what the applied migrations build; empty where nothing was analysed
   * @param result what the database should be afterwards; empty where nothing was analysed
   * @param replaced what repeatable migrations make anew that ran before in another form
   */
  record Analysis(
      List<PendingHazards> files,
      Optional<Schema> start,
      Optional<Schema> result,
      Set<ObjectId> replaced) {
    Analysis {
      replaced = Set.copyOf(replaced);
    }

    /** Nothing to analyse. */
    static Analysis none() {
      return new Analysis(List.of(), Optional.empty(), Optional.empty(), Set.of());
    }
  }

  /** Judges the pending files in the order of their application. */
  Analysis analyse(
      MigrationFolder folder,
      MigrationHistory history,
      List<MigrationFile> pending,
      Optional<WayBackSearch> wayBack) {
    var judging = new Judging(folder, again(history), wayBack);
    var adopted = adoptedAt(history, folder);
    if (adopted.isPresent()) {
      walkFromLive(folder, pending, judging, adopted.get());
    } else {
      var files = new ScratchWalks.Files(relevant(folder, pending, history), pending);
      walks.walk(target, workspace, files, judging);
    }
    judging.beside();
    return new Analysis(
        judging.judged,
        Optional.ofNullable(judging.start),
        Optional.ofNullable(judging.result),
        judging.replaced);
  }

  /** Follows the pending files for the way back alone, where nothing is there to be judged. */
  void follow(
      MigrationFolder folder,
      MigrationHistory history,
      List<MigrationFile> pending,
      WayBackSearch wayBack) {
    var files = new ScratchWalks.Files(relevant(folder, pending, history), pending);
    walks.walk(target, workspace, files, new Judging(folder, Set.of(), Optional.of(wayBack)));
  }

  /** The repeatable migrations that have run in some form. */
  private static Set<String> again(MigrationHistory history) {
    return history.entries().stream()
        .filter(entry -> entry.installed().isPresent() && entry.version().isEmpty())
        .map(HistoryEntry::script)
        .collect(Collectors.toSet());
  }

  /** The schema that the applied migrations build, or that the adopted database was taken to be. */
  Optional<Schema> applied(MigrationFolder folder, MigrationHistory history) {
    if (adoptedAt(history, folder).isPresent()) {
      return Optional.empty();
    }
    var judging = new Judging(folder, Set.of(), Optional.empty());
    var files = new ScratchWalks.Files(relevant(folder, List.of(), history), List.of());
    walks.walk(target, workspace, files, judging);
    return Optional.ofNullable(judging.result);
  }

  /** Files that are applied, contained in the baseline, or pending. */
  private static MigrationFolder relevant(
      MigrationFolder folder, List<MigrationFile> pending, MigrationHistory history) {
    var scripts = new HashSet<String>();
    pending.forEach(file -> scripts.add(file.script()));
    for (var entry : history.entries()) {
      if (entry.installed().isPresent() || entry.status() == MigrationStatus.BELOW_BASELINE) {
        scripts.add(entry.script());
      }
    }
    return folder.only(file -> scripts.contains(file.script()));
  }

  /**
   * The version at which a database was adopted whose earlier migrations nobody has: what it held
   * then is only known from itself.
   */
  private static Optional<Version> adoptedAt(MigrationHistory history, MigrationFolder folder) {
    return history.with(MigrationStatus.BASELINE).stream()
        .flatMap(entry -> entry.version().stream())
        .filter(version -> folder.versions().stream().noneMatch(v -> v.compareTo(version) <= 0))
        .findFirst();
  }

  private void walkFromLive(
      MigrationFolder folder, List<MigrationFile> pending, Judging judging, Version at) {
    var live = new State.Live("target", target.settings().forReading());
    try (var scratch = engine.scratch(target);
        var state = engine.read(scratch, live)) {
      var database =
          new MigrationDatabase(target.product(), state.database()::connect, target.namespace());
      new Migrator().baseline(database, at, "adopted");
      var observer =
          new WalkObserver(target.dialect(), Engine.scope(workspace), target.namespace(), judging);
      new PendingStates(scratch, target.namespace())
          .walkFrom(state.database(), folder, pending, observer);
    }
  }

  /** Judges each file on the way, and keeps the last schema in the scope of the run. */
  private final class Judging implements ScratchWalks.Follower {
    private final List<PendingHazards> judged = new ArrayList<>();
    private final List<PendingJudge.Text> callbacks = new ArrayList<>();
    private final Map<String, List<String>> statements = new HashMap<>();
    private @Nullable PendingJudge judge;
    private @Nullable Schema start;
    private @Nullable Schema result;
    private final Set<ObjectId> replaced = new HashSet<>();
    private final Set<String> again;
    private final Optional<WayBackSearch> wayBack;
    private @Nullable StateLook first;

    Judging(MigrationFolder folder, Set<String> again, Optional<WayBackSearch> wayBack) {
      this.again = again;
      this.wayBack = wayBack;
      for (var file : folder.companions()) {
        if (file.toString().endsWith(".sql")) {
          var script = folder.script(file);
          var text = MigrationText.of(target.product(), script, file);
          callbacks.add(new PendingJudge.Text(script, text.sql(), text.statements()));
        }
      }
    }

    @Override
    public void starts(Moment moment) {
      var live = target.ask(it -> target.dialect().live().identities(it)).keySet();
      judge = new PendingJudge(target.dialect(), target.identity().schema(), moment.look(), live);
      callbacks.forEach(judge::beside);
      start = moment.inScope();
      result = start;
      first = moment.look();
      wayBack.ifPresent(it -> it.starts(moment));
    }

    @Override
    public void follows(MigrationFile file, Moment moment) {
      var text = MigrationText.of(target.product(), file);
      statements.put(file.script(), text.statements());
      if (judge != null) {
        judged.add(
            judge.judge(
                new PendingJudge.Text(file.script(), text.sql(), text.statements()),
                moment.look(),
                moment.named()));
      }
      if (result != null && again.contains(file.script())) {
        replaced.addAll(target.dialect().differing(result, moment.inScope()));
      }
      result = moment.inScope();
      wayBack.ifPresent(it -> it.follows(moment));
    }

    @Override
    public void finished(Scratch scratch, ScratchDatabase before, ScratchDatabase end) {
      if (judge != null && first != null) {
        var looks = new Pair<>(first, judge.last());
        wayBack.ifPresent(it -> it.search(scratch, looks, end));
      }
    }

    @Override
    public void measured(SortedMap<String, StatementTrace> traces) {
      judged.replaceAll(
          file -> {
            var trace = Optional.ofNullable(traces.get(file.script()));
            return trace
                .map(it -> file.measured(it.hazards()))
                .orElseGet(file::notMeasured)
                .caused(
                    target.product(),
                    statements.getOrDefault(file.script(), List.of()),
                    trace.orElse(StatementTrace.NONE));
          });
    }

    /** Judges what Flyway runs beside the migrations. */
    private void beside() {
      if (judge != null) {
        callbacks.stream().map(judge::judgeCallback).forEach(judged::add);
      }
    }
  }

  /** The pending files of a history, up to a version. */
  static List<MigrationFile> pending(
      MigrationHistory history, MigrationFolder folder, Optional<Version> upTo) {
    var scripts = history.with(MigrationStatus.PENDING).stream().map(HistoryEntry::script).toList();
    return folder.files().stream()
        .filter(file -> scripts.contains(file.script()))
        .filter(
            file ->
                upTo.isEmpty()
                    || file.version().isEmpty()
                    || file.version().get().compareTo(upTo.get()) <= 0)
        .toList();
  }
}
