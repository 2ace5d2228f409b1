package dev.tidegate.command;

import dev.tidegate.guard.BaselineFiles;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Migrator;
import dev.tidegate.migration.Version;
import dev.tidegate.report.AdoptionEntry;
import java.util.List;
import java.util.Optional;

/**
 * Takes an existing database over, as being at a version, running nothing: after it was found to be
 * what the migrations up to there build.
 *
 * @param wanted the version, or {@code auto}, or {@code auto:} and the folder of Prisma's files
 */
record Adoption(Target target, Workspace workspace, MigrationFolder folder, String wanted) {
  private static final String HISTORY = "flyway_schema_history";

  /** The migrations; to have none yet is no mistake where they may be made of Prisma's. */
  static MigrationFolder folder(DeployRequest request) {
    var path = request.workspace().migrations();
    return request.baseline().filter(Adoption::isAuto).isPresent()
        ? MigrationFolder.readOrEmpty(path)
        : MigrationFolder.read(path);
  }

  static boolean isAuto(String wanted) {
    return wanted.equals("auto") || wanted.startsWith("auto:");
  }

  /**
   * Whether there is nothing to adopt: the history says already what is asked for, or a database
   * whose version was to be found out has a history, or nothing in it.
   */
  boolean isDone(MigrationHistory history) {
    if (isAuto(wanted)) {
      var done = !history.isEmpty() || target.tables().isEmpty();
      if (done) {
        MigrationFolder.read(folder.path()); // now it has to be there
      }
      return done;
    }
    return Version.isOne(wanted)
        && history.with(MigrationStatus.BASELINE).stream()
            .anyMatch(entry -> entry.version().equals(Optional.of(Version.parse(wanted))));
  }

  /** Writes the history of the database; in a dry run says what would be written. */
  void adopt(MigrationHistory history, boolean dryRun, DeployLedger ledger) {
    if (!history.isEmpty() || target.tableBesideHistory(HISTORY).isPresent()) {
      throw AdoptionProblems.historyThere(wanted, history).exception();
    }
    try (var start = find();
        var states = new VersionStates(target, workspace)) {
      var version = start.version().orElseGet(() -> equalVersion(states, start, ledger));
      var proved = prove(states, start, version, ledger);
      ledger.adoptionFound(
          new AdoptionEntry(start.from(), start.migrations(), start.last(), start.files(), proved));
      start.notes().forEach(ledger::note);
      if (dryRun) {
        ledger.note("dry run: the database would be adopted at version " + version);
        return;
      }
      start.write(folder.path());
      new Migrator()
          .baseline(
              target.migrations(), version, BaselineFiles.description(start.folder(), version));
      ledger.adopted(version);
    }
  }

  private AdoptionStart find() {
    if (isAuto(wanted)) {
      return new OtherHistories(target, workspace, folder, wanted).find();
    }
    var version = Version.isOne(wanted) ? Version.parse(wanted) : folder.version(wanted);
    return AdoptionStart.at(folder, version);
  }

  /** The version whose state the database has, the last where several build the same. */
  private Version equalVersion(VersionStates states, AdoptionStart start, DeployLedger ledger) {
    if (start.folder().files().isEmpty()) {
      throw AdoptionProblems.nothingToCompare(start, folder.path()).exception();
    }
    var distances = states.toAll(start.folder());
    var equal = distances.stream().filter(VersionStates.Distance::isEqual).toList();
    if (equal.isEmpty()) {
      throw AdoptionProblems.equalToNone(start, distances).exception();
    }
    var version = equal.get(equal.size() - 1).version();
    if (equal.size() > 1) {
      ledger.note(AdoptionProblems.severalEqual(equal, version));
    }
    return version;
  }

  /**
   * TG-2120 unless the database is what the migrations up to this version build.
   *
   * @return whether there was something to compare with
   */
  private boolean prove(
      VersionStates states, AdoptionStart start, Version version, DeployLedger ledger) {
    if (start.folder().upTo(version).versions().isEmpty()) {
      ledger.note(AdoptionProblems.notProved(version));
      return false;
    }
    var distance = states.to(start.folder(), version);
    if (!distance.isEqual()) {
      var equal =
          states.toAll(start.folder()).stream().filter(VersionStates.Distance::isEqual).toList();
      throw AdoptionProblems.differs(start, distance, last(equal)).exception();
    }
    states
        .unmodelled()
        .forEach(object -> ledger.note("not compared, since it is not modelled: " + object));
    return true;
  }

  private static Optional<Version> last(List<VersionStates.Distance> equal) {
    return equal.isEmpty() ? Optional.empty() : Optional.of(equal.get(equal.size() - 1).version());
  }
}
