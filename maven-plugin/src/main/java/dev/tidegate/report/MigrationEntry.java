package dev.tidegate.report;

import dev.tidegate.guard.Approvals;
import dev.tidegate.guard.Cause;
import dev.tidegate.guard.PendingHazards;
import dev.tidegate.migration.AppliedMigration;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.plan.Hazard;
import java.util.List;
import java.util.Optional;

/**
 * One migration that a deploy was about.
 *
 * @param script its path within the migrations folder
 * @param version empty for a repeatable migration
 * @param applied whether this run applied it
 * @param statements how many it ran
 * @param millis how long it took
 * @param hazards what it can do to data
 */
public record MigrationEntry(
    String script,
    Optional<String> version,
    boolean applied,
    Optional<Integer> statements,
    Optional<Long> millis,
    List<PendingHazard> hazards) {
  public MigrationEntry {
    hazards = List.copyOf(hazards);
  }

  /**
   * A hazard; {@code approval} is what {@code allow} takes where data is destroyed, {@code probe} a
   * query that counts what it is about, asked before the migration runs; {@code brief} says that it
   * is over in a moment, however large the table; {@code statement} is the number of the one that
   * brings it about within its file, from 1, empty where the file as a whole does; {@code lock}
   * what that one holds, {@code ACCESS EXCLUSIVE on public.users}.
   */
  public record PendingHazard(
      String type,
      String object,
      String message,
      boolean destroysData,
      boolean approved,
      String approval,
      boolean brief,
      Optional<String> probe,
      String advice,
      String rule,
      Optional<Integer> statement,
      Optional<String> lock) {}

  /** A migration that has not run, with what is known of its hazards. */
  public static MigrationEntry pending(
      MigrationFile file, Optional<PendingHazards> hazards, Approvals approvals) {
    var listed =
        hazards.stream()
            .flatMap(it -> it.hazards().stream().map(hazard -> pending(it, hazard, approvals)))
            .toList();
    return new MigrationEntry(
        file.script(),
        file.version().map(Object::toString),
        false,
        Optional.empty(),
        Optional.empty(),
        listed);
  }

  private static PendingHazard pending(PendingHazards file, Hazard hazard, Approvals approvals) {
    return new PendingHazard(
        hazard.type().word(),
        hazard.object().display(),
        hazard.message(),
        hazard.type().destroysData(),
        approvals.approves(file, hazard),
        hazard.approval(),
        hazard.brief(),
        hazard.probe(),
        hazard.type().advice(),
        hazard.type().rule(),
        file.cause(hazard).map(Cause::statement),
        file.cause(hazard).flatMap(Cause::lockText));
  }

  /** This migration after it was applied. */
  public MigrationEntry ran(AppliedMigration run) {
    return new MigrationEntry(
        script, version, true, Optional.of(run.statements()), Optional.of(run.millis()), hazards);
  }
}
