package dev.tidegate.command;

import dev.tidegate.guard.PendingHazards;
import dev.tidegate.guard.PendingJudge;
import dev.tidegate.guard.StateLook;
import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.MigrationDatabase;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Migrator;
import dev.tidegate.migration.Version;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.source.MigrationText;
import dev.tidegate.source.PendingStates;
import dev.tidegate.source.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies the pending migrations to a scratch database, file by file, and judges what each one did
 * there.
 */
final class PendingAnalysis {
  private final Engine engine;
  private final Target target;
  private final Workspace workspace;

  PendingAnalysis(Target target, Workspace workspace) {
    this.engine = new Engine(workspace, Optional.of(target.settings()));
    this.target = target;
    this.workspace = workspace;
  }

  /**
   * What is known of the pending migrations.
   *
   * @param files one for each pending file, then one for each callback; none where nothing was
   *     analysed
   * @param start what the applied migrations build; empty where nothing was analysed
   * @param result what the database should be afterwards; empty where nothing was analysed
   */
  record Analysis(List<PendingHazards> files, Optional<Schema> start, Optional<Schema> result) {
    /** Nothing to analyse. */
    static Analysis none() {
      return new Analysis(List.of(), Optional.empty(), Optional.empty());
    }
  }

  /** Judges the pending files in the order of their application. */
  Analysis analyse(MigrationFolder folder, MigrationHistory history, List<MigrationFile> pending) {
    var walk = new Walk();
    try (var scratch = engine.scratch(target.settings().product())) {
      var adopted = adoptedAt(history, folder);
      if (adopted.isPresent()) {
        walkFromLive(scratch, folder, pending, walk, adopted.get());
      } else {
        new PendingStates(scratch, target.namespace())
            .walk(relevant(folder, pending, history), pending, walk);
      }
    }
    walk.beside(folder);
    return new Analysis(
        walk.judged, Optional.ofNullable(walk.start), Optional.ofNullable(walk.result));
  }

  /** The schema that the applied migrations build, or that the adopted database was taken to be. */
  Optional<Schema> applied(MigrationFolder folder, MigrationHistory history) {
    if (adoptedAt(history, folder).isPresent()) {
      return Optional.empty();
    }
    var walk = new Walk();
    try (var scratch = engine.scratch(target.settings().product())) {
      new PendingStates(scratch, target.namespace())
          .walk(relevant(folder, List.of(), history), List.of(), walk);
    }
    return Optional.ofNullable(walk.result);
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
      Scratch scratch, MigrationFolder folder, List<MigrationFile> pending, Walk walk, Version at) {
    var live = new State.Live("target", target.settings().forReading());
    try (var state = engine.read(scratch, live)) {
      var database =
          new MigrationDatabase(
              target.settings().product(), state.database()::connect, target.namespace());
      new Migrator().baseline(database, at, "adopted");
      new PendingStates(scratch, target.namespace())
          .walkFrom(state.database(), folder, pending, walk);
    }
  }

  /** Judges each file on the way, and keeps the last schema in the scope of the run. */
  private final class Walk implements PendingStates.Observer {
    private final List<PendingHazards> judged = new ArrayList<>();
    private @Nullable PendingJudge judge;
    private @Nullable Schema start;
    private @Nullable Schema result;

    @Override
    public void before(Connection connection) throws SQLException {
      var look = StateLook.at(connection, target.dialect());
      var live = target.ask(it -> target.dialect().live().identities(it)).keySet();
      judge = new PendingJudge(target.dialect(), target.identity().schema(), look, live);
      keep(connection);
      start = result;
    }

    @Override
    public void after(MigrationFile file, Connection connection) throws SQLException {
      var text = MigrationText.of(target.settings().product(), file);
      if (judge != null) {
        var look = StateLook.at(connection, target.dialect());
        judged.add(judge.judge(file.script(), text.sql(), text.statements(), look));
      }
      keep(connection);
    }

    /** Judges what Flyway runs beside the migrations. */
    private void beside(MigrationFolder folder) {
      for (var file : folder.companions()) {
        if (judge != null && file.toString().endsWith(".sql")) {
          var script = folder.script(file);
          var text = MigrationText.of(target.settings().product(), script, file);
          judged.add(judge.judgeCallback(script, text.sql(), text.statements()));
        }
      }
    }

    private void keep(Connection connection) throws SQLException {
      result = target.dialect().inspector().inspect(connection, Engine.scope(workspace));
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
