package dev.tidegate.report;

import dev.tidegate.backup.Backup;
import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Progress;
import dev.tidegate.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tidegate:status} found.
 *
 * @param database which one
 * @param version that it is at; empty where it has no history
 * @param migrations applied ones as they were applied, then those that are not
 * @param obstacle why a deploy would refuse before it looks at anything else
 * @param interrupted migrations that a deploy has begun and not ended
 * @param invalidIndexes indexes that PostgreSQL maintains and does not use
 * @param drift how the database differs from what its applied migrations build, a line an object
 * @param driftChecked whether it was compared: not without a history, nor where the history and the
 *     folder disagree
 * @param tables with the number of their rows, an estimate on PostgreSQL
 * @param rowsExact whether the rows were counted
 * @param backups those known of this database, the latest first
 * @param lookAlikes tables that stand under the name of one of ours in another schema
 * @param next what to do now: a command, or that there is nothing to do
 * @param unmodelled objects that were not compared
 * @param notes what a reader should know
 * @param problem why the goal fails all the same
 */
public record StatusReport(
    DatabaseIdentity database,
    Optional<String> version,
    List<Entry> migrations,
    Optional<Problem> obstacle,
    List<Progress> interrupted,
    List<String> invalidIndexes,
    List<String> drift,
    boolean driftChecked,
    List<TableRows> tables,
    boolean rowsExact,
    List<Backup> backups,
    List<String> lookAlikes,
    String next,
    List<String> unmodelled,
    List<String> notes,
    Optional<Problem> problem)
    implements Report {
  public StatusReport {
    migrations = List.copyOf(migrations);
    interrupted = List.copyOf(interrupted);
    invalidIndexes = List.copyOf(invalidIndexes);
    drift = List.copyOf(drift);
    tables = List.copyOf(tables);
    backups = List.copyOf(backups);
    lookAlikes = List.copyOf(lookAlikes);
    unmodelled = List.copyOf(unmodelled);
    notes = List.copyOf(notes);
  }

  /**
   * How many rows a table has.
   *
   * @param rows empty where they could not be counted
   * @param why they could not be counted
   */
  public record TableRows(String table, Optional<Long> rows, Optional<String> why) {}

  /**
   * One migration.
   *
   * @param on when it ran; empty if it has not
   * @param by which user ran it
   */
  public record Entry(
      String script,
      Optional<String> version,
      MigrationStatus status,
      Optional<Instant> on,
      Optional<String> by,
      Optional<Long> millis) {

    /** The entry for one of the history. */
    public static Entry of(HistoryEntry entry) {
      return new Entry(
          entry.script(),
          entry.version().map(Object::toString),
          entry.status(),
          entry.installed().map(HistoryEntry.Installed::on),
          entry.installed().map(HistoryEntry.Installed::by),
          entry.installed().map(HistoryEntry.Installed::millis));
    }
  }

  /** The migrations that stand so. */
  public List<Entry> with(MigrationStatus status) {
    return migrations.stream().filter(entry -> entry.status() == status).toList();
  }

  /** How many migrations stand so. */
  public int count(MigrationStatus status) {
    return with(status).size();
  }

  @Override
  public String goal() {
    return "status";
  }

  @Override
  public String text() {
    return StatusText.of(this);
  }

  @Override
  public String markdown() {
    return StatusMarkdown.of(this);
  }
}
