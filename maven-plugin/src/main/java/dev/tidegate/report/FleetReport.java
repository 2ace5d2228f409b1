package dev.tidegate.report;

import dev.tidegate.backup.Backup;
import dev.tidegate.guard.Consent;
import dev.tidegate.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tidegate:deploy} did to many databases, or with {@code dryRun} would do.
 *
 * @param dryRun whether it stopped before applying anything
 * @param shard which part of the targets this run was about, {@code 2/8}; empty for all
 * @param totals how many targets came out how
 * @param targets in the order in which they were named
 * @param notes what a reader should know
 * @param millis from the first target's start to the last one's end
 * @param problem why the goal fails all the same
 */
public record FleetReport(
    boolean dryRun,
    Optional<String> shard,
    Totals totals,
    List<TargetEntry> targets,
    List<String> notes,
    long millis,
    Optional<Problem> problem)
    implements Report {
  public FleetReport {
    targets = List.copyOf(targets);
    notes = List.copyOf(notes);
  }

  /** This report of a goal that fails. */
  public FleetReport with(Problem why) {
    return new FleetReport(dryRun, shard, totals, targets, notes, millis, Optional.of(why));
  }

  /** How a target came out. */
  public enum Outcome {
    /** Migrations were applied. */
    APPLIED,
    /** Nothing was pending. */
    UNCHANGED,
    /** The history of an existing database was begun. */
    ADOPTED,
    /** A dry run found something to apply. */
    PENDING,
    /** Something said no, or went wrong. */
    FAILED,
    /** It was not its turn yet when another one failed. */
    NOT_STARTED
  }

  /** How many targets there are, and how many of them came out how. */
  public record Totals(
      int targets,
      int applied,
      int unchanged,
      int adopted,
      int pending,
      int failed,
      int notStarted) {

    /** Counts them. */
    public static Totals of(List<TargetEntry> targets) {
      return new Totals(
          targets.size(),
          count(targets, Outcome.APPLIED),
          count(targets, Outcome.UNCHANGED),
          count(targets, Outcome.ADOPTED),
          count(targets, Outcome.PENDING),
          count(targets, Outcome.FAILED),
          count(targets, Outcome.NOT_STARTED));
    }

    private static int count(List<TargetEntry> targets, Outcome outcome) {
      return (int) targets.stream().filter(target -> target.outcome() == outcome).count();
    }
  }

  /**
   * One of the databases, or of the schemas of a database.
   *
   * @param name by which it was named
   * @param url without user information and parameters
   * @param schema where its history is, if the target is a schema
   * @param environment the label that it carries afterwards
   * @param canary whether it was deployed alone, before the others
   * @param fromVersion before; empty where it had none
   * @param toVersion afterwards
   * @param planHash names what was pending and on what
   * @param pending the scripts that were pending, in order
   * @param applied how many of them this run applied
   * @param hazards what they destroy, as {@code allow} takes it
   * @param backup what was backed up before; empty where nothing was
   * @param consent what a person said to the coding agent that ran this
   * @param drift how the database differs from what its migrations build, a line an object
   * @param millis from its start to its end
   * @param problem why it failed
   */
  public record TargetEntry(
      String name,
      String url,
      Optional<String> schema,
      Optional<String> environment,
      boolean canary,
      Outcome outcome,
      Optional<String> fromVersion,
      Optional<String> toVersion,
      String planHash,
      List<String> pending,
      long applied,
      List<String> hazards,
      Optional<Backup> backup,
      Optional<Consent> consent,
      List<String> drift,
      List<String> notes,
      long millis,
      Optional<Problem> problem) {
    public TargetEntry {
      pending = List.copyOf(pending);
      hazards = List.copyOf(hazards);
      drift = List.copyOf(drift);
      notes = List.copyOf(notes);
    }

    /** One whose turn has not come. */
    public static TargetEntry notStarted(String name, String url, Optional<String> schema) {
      return without(name, url, schema, Outcome.NOT_STARTED, Optional.empty(), 0);
    }

    /** One that stopped before there was a report. */
    public static TargetEntry failed(
        String name, String url, Optional<String> schema, Problem problem, long millis) {
      return without(name, url, schema, Outcome.FAILED, Optional.of(problem), millis);
    }

    private static TargetEntry without(
        String name,
        String url,
        Optional<String> schema,
        Outcome outcome,
        Optional<Problem> problem,
        long millis) {
      return new TargetEntry(
          name,
          url,
          schema,
          Optional.empty(),
          false,
          outcome,
          Optional.empty(),
          Optional.empty(),
          "",
          List.of(),
          0,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          millis,
          problem);
    }

    /** One that was deployed to. */
    public static TargetEntry of(
        String name, Optional<String> schema, DeployReport report, long millis) {
      return new TargetEntry(
          name,
          report.database().url(),
          schema,
          report.database().environment(),
          false,
          outcome(report),
          report.fromVersion(),
          report.toVersion(),
          report.planHash(),
          report.migrations().stream().map(MigrationEntry::script).toList(),
          report.applied(),
          report.migrations().stream()
              .flatMap(migration -> migration.hazards().stream())
              .filter(MigrationEntry.PendingHazard::destroysData)
              .map(MigrationEntry.PendingHazard::approval)
              .distinct()
              .toList(),
          report.backup(),
          report.consent(),
          report.drift(),
          report.notes(),
          millis,
          report.problem());
    }

    private static Outcome outcome(DeployReport report) {
      if (report.problem().isPresent()) {
        return Outcome.FAILED;
      }
      if (report.adopted().isPresent()) {
        return Outcome.ADOPTED;
      }
      if (report.migrations().isEmpty()) {
        return Outcome.UNCHANGED;
      }
      return report.dryRun() ? Outcome.PENDING : Outcome.APPLIED;
    }

    /** The same, deployed before the others. */
    public TargetEntry asCanary() {
      return new TargetEntry(
          name,
          url,
          schema,
          environment,
          true,
          outcome,
          fromVersion,
          toVersion,
          planHash,
          pending,
          applied,
          hazards,
          backup,
          consent,
          drift,
          notes,
          millis,
          problem);
    }
  }

  @Override
  public String goal() {
    return "deploy";
  }

  @Override
  public String text() {
    return FleetText.of(this);
  }

  @Override
  public String markdown() {
    return FleetMarkdown.of(this);
  }
}
