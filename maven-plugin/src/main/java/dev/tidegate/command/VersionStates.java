package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.Version;
import dev.tidegate.report.ChangeList;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.source.PendingStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a live database with what a folder builds up to its versions. Repeatable migrations play
 * no part but where the database has what they build: they run after any version.
 */
final class VersionStates implements AutoCloseable {
  private final Target target;
  private final Workspace workspace;
  private final Scratch scratch;
  private final Schema live;

  /** Reads the live database and opens a scratch server; to be closed. */
  VersionStates(Target target, Workspace workspace) {
    this.target = target;
    this.workspace = workspace;
    this.live = target.ask(this::inspected);
    this.scratch =
        new Engine(workspace, Optional.of(target.settings())).scratch(target.settings().product());
  }

  /** What of a version's state the live database does not agree with, a line an object. */
  record Distance(Version version, List<String> differences) {
    boolean isEqual() {
      return differences.isEmpty();
    }
  }

  /** Objects of the live database that cannot be compared. */
  List<String> unmodelled() {
    return live.unmodelled();
  }

  /** The distance to one version: without repeatable migrations, or with them if that is equal. */
  Distance to(MigrationFolder folder, Version version) {
    var without = alone(folder.upTo(version).only(VersionStates::isVersioned));
    var with =
        without.isEmpty() || folder.files().stream().allMatch(VersionStates::isVersioned)
            ? without
            : alone(folder.upTo(version));
    return new Distance(version, with.isEmpty() ? with : without);
  }

  /** The distances to all versions, in their order. */
  List<Distance> toAll(MigrationFolder folder) {
    var files = folder.only(it -> isStep(folder, it));
    var found = new ArrayList<Distance>();
    states()
        .walk(
            files,
            files.files(),
            new PendingStates.Observer() {
              @Override
              public void before(Connection connection) {}

              @Override
              public void after(MigrationFile file, Connection connection) throws SQLException {
                found.add(new Distance(file.version().orElseThrow(), differences(connection)));
              }
            });
    var last = folder.lastVersion();
    if (last.isPresent() && found.stream().noneMatch(Distance::isEqual)) {
      var whole = to(folder, last.get()); // may be equal with its repeatable migrations
      found.removeIf(it -> it.version().equals(whole.version()));
      found.add(whole);
    }
    return found;
  }

  @Override
  public void close() {
    scratch.close();
  }

  private List<String> alone(MigrationFolder folder) {
    Map<String, List<String>> seen = new HashMap<>();
    states()
        .walk(
            folder,
            List.of(),
            new PendingStates.Observer() {
              @Override
              public void before(Connection connection) throws SQLException {
                seen.put("lines", differences(connection));
              }

              @Override
              public void after(MigrationFile file, Connection connection) {}
            });
    return seen.getOrDefault("lines", List.of());
  }

  private List<String> differences(Connection connection) throws SQLException {
    return ChangeList.lines(target.dialect().diff(new Pair<>(inspected(connection), live)));
  }

  private Schema inspected(Connection connection) throws SQLException {
    return target.dialect().inspector().inspect(connection, Engine.scope(workspace));
  }

  private PendingStates states() {
    return new PendingStates(scratch, target.namespace());
  }

  private static boolean isVersioned(MigrationFile file) {
    return file.kind() != MigrationFile.Kind.REPEATABLE;
  }

  /** A file {@code B7__x.sql} is a step only where nothing older is there to begin with. */
  private static boolean isStep(MigrationFolder folder, MigrationFile file) {
    return file.kind() == MigrationFile.Kind.VERSIONED
        || (file.kind() == MigrationFile.Kind.BASELINE
            && folder.versions().stream().findFirst().equals(file.version()));
  }
}
