package dev.tidegate.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * One migration, as folder and history know it.
 *
 * @param version empty for a repeatable migration
 * @param description its name's words
 * @param script its path within the folder, as the history has it
 * @param status how it stands
 * @param checksums Flyway's, of the text that was applied and of the file as it is
 * @param installed what the history tells of its run; empty if it has not run
 */
public record HistoryEntry(
    Optional<Version> version,
    String description,
    String script,
    MigrationStatus status,
    Checksums checksums,
    Optional<Installed> installed) {

  /** The same migration as if it had not been begun. */
  HistoryEntry pending() {
    return new HistoryEntry(
        version,
        description,
        script,
        MigrationStatus.PENDING,
        new Checksums(Optional.empty(), checksums.file()),
        Optional.empty());
  }

  /** The same, with the checksum of a file that belongs to it. */
  HistoryEntry withFile(Optional<Integer> checksum) {
    return new HistoryEntry(
        version,
        description,
        script,
        status,
        new Checksums(checksums.applied(), checksum),
        installed);
  }

  /**
   * Flyway's checksums; a baseline and a Java migration have none.
   *
   * @param applied of the text that was applied
   * @param file of the file as it is
   */
  public record Checksums(Optional<Integer> applied, Optional<Integer> file) {}

  /**
   * A row of the history.
   *
   * @param rank its place in the order of application
   * @param on when. The history keeps no zone: PostgreSQL's session, SQLite UTC. It is read as the
   *     machine's zone on PostgreSQL, which is where Flyway has it from
   * @param by the database user
   * @param millis how long it took
   */
  public record Installed(int rank, Instant on, String by, long millis) {}
}
