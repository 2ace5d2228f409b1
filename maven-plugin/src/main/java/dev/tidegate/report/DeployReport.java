package dev.tidegate.report;

import dev.tidegate.backup.Backup;
import dev.tidegate.guard.Consent;
import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.guard.PlannedFile;
import dev.tidegate.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tidegate:deploy} did, or with {@code dryRun} would do.
 *
 * @param database which one, with the label it carries afterwards
 * @param base the folder of migrations that stood for the database, where none was looked at
 * @param dryRun whether it stopped before applying anything
 * @param adopted the version at which the database was adopted by this run
 * @param adoption where that version came from, and what was found; empty where none was adopted
 * @param fromVersion of the database before; empty where it had none
 * @param toVersion of the database afterwards
 * @param planHash names what was pending and on what
 * @param migrations those that were pending, in order
 * @param probes what the live database answered before anything ran
 * @param backup what was backed up before; empty where nothing was
 * @param rows of tables that the migrations were about, or whose number changed
 * @param plan what they say, statement by statement
 * @param consent what a person said to the coding agent that ran this
 * @param lookAlikes tables that stand under the name of one of ours in another schema
 * @param drift how the database differs from what its migrations build, a line an object; empty
 *     also where nothing was compared
 * @param rollback the script that undoes what was pending, where it was asked for
 * @param notes what a reader should know
 * @param millis from the first statement to the last
 * @param problem why the goal fails all the same
 */
public record DeployReport(
    DatabaseIdentity database,
    Optional<String> base,
    boolean dryRun,
    Optional<String> adopted,
    Optional<AdoptionEntry> adoption,
    Optional<String> fromVersion,
    Optional<String> toVersion,
    String planHash,
    List<MigrationEntry> migrations,
    List<ProbeEntry> probes,
    Optional<Backup> backup,
    List<RowCount> rows,
    List<PlannedFile> plan,
    Optional<Consent> consent,
    List<String> lookAlikes,
    List<String> drift,
    Optional<DiffReport.RollbackEntry> rollback,
    List<String> notes,
    long millis,
    Optional<Problem> problem)
    implements Report {
  public DeployReport {
    migrations = List.copyOf(migrations);
    probes = List.copyOf(probes);
    rows = List.copyOf(rows);
    plan = List.copyOf(plan);
    lookAlikes = List.copyOf(lookAlikes);
    drift = List.copyOf(drift);
    notes = List.copyOf(notes);
  }

  /**
   * How many rows a table had and has.
   *
   * @param before empty for a table that was not there
   * @param after empty for one that is no more
   * @param exact whether they were counted; else they are what the server estimates
   */
  public record RowCount(
      String table, Optional<Long> before, Optional<Long> after, boolean exact) {}

  /** The same of a run in which a folder of migrations stood for the database. */
  public DeployReport on(String folder) {
    return new DeployReport(
        database,
        Optional.of(folder),
        dryRun,
        adopted,
        adoption,
        fromVersion,
        toVersion,
        planHash,
        migrations,
        probes,
        backup,
        rows,
        plan,
        consent,
        lookAlikes,
        drift,
        rollback,
        notes,
        millis,
        problem);
  }

  @Override
  public String goal() {
    return "deploy";
  }

  /** How many of the pending migrations this run applied. */
  public long applied() {
    return migrations.stream().filter(MigrationEntry::applied).count();
  }

  @Override
  public String text() {
    return DeployText.of(this);
  }

  @Override
  public String markdown() {
    return DeployMarkdown.of(this);
  }
}
