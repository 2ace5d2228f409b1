package dev.tidegate.report;

import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What {@code tidegate:status} found of many databases.
 *
 * @param shard which part of the targets this run was about, {@code 2/8}; empty for all
 * @param totals how many targets stand how
 * @param versions how many targets are at each version; {@code (none)} for those without history
 * @param targets in the order in which they were named
 * @param problem why the goal fails all the same
 */
public record FleetStatusReport(
    Optional<String> shard,
    Totals totals,
    SortedMap<String, Integer> versions,
    List<TargetStatus> targets,
    Optional<Problem> problem)
    implements Report {
  public FleetStatusReport {
    targets = List.copyOf(targets);
  }

  /** How a target stands. */
  public enum Standing {
    /** All migrations are applied, and the database is what they build. */
    CURRENT,
    /** Migrations are pending. */
    BEHIND,
    /** The database is not what its applied migrations build. */
    DRIFTED,
    /** A deploy would refuse before it looks at anything else. */
    BLOCKED,
    /** It could not be looked at. */
    UNREACHABLE
  }

  /** How many targets there are, and how many of them stand how; of several the worst counts. */
  public record Totals(
      int targets, int current, int behind, int drifted, int blocked, int unreachable) {

    /** Counts them. */
    public static Totals of(List<TargetStatus> targets) {
      return new Totals(
          targets.size(),
          count(targets, Standing.CURRENT),
          count(targets, Standing.BEHIND),
          count(targets, Standing.DRIFTED),
          count(targets, Standing.BLOCKED),
          count(targets, Standing.UNREACHABLE));
    }

    private static int count(List<TargetStatus> targets, Standing standing) {
      return (int) targets.stream().filter(target -> target.standing() == standing).count();
    }
  }

  /**
   * One of the databases, or of the schemas of a database.
   *
   * @param name by which it was named
   * @param url without user information and parameters
   * @param schema where its history is, if the target is a schema
   * @param environment the label that it carries
   * @param version that it is at; empty where it has no history
   * @param pending the scripts that are pending
   * @param drift how it differs from what its applied migrations build, a line an object
   * @param driftChecked whether it was compared
   * @param notes what a reader should know
   * @param problem why it is blocked or could not be looked at, or why the goal fails for it
   */
  public record TargetStatus(
      String name,
      String url,
      Optional<String> schema,
      Optional<String> environment,
      Standing standing,
      Optional<String> version,
      List<String> pending,
      List<String> drift,
      boolean driftChecked,
      List<String> notes,
      Optional<Problem> problem) {
    public TargetStatus {
      pending = List.copyOf(pending);
      drift = List.copyOf(drift);
      notes = List.copyOf(notes);
    }

    /** One that could not be looked at. */
    public static TargetStatus unreachable(
        String name, String url, Optional<String> schema, Problem problem) {
      return new TargetStatus(
          name,
          url,
          schema,
          Optional.empty(),
          Standing.UNREACHABLE,
          Optional.empty(),
          List.of(),
          List.of(),
          false,
          List.of(),
          Optional.of(problem));
    }

    /** One that was looked at. */
    public static TargetStatus of(String name, Optional<String> schema, StatusReport report) {
      return new TargetStatus(
          name,
          report.database().url(),
          schema,
          report.database().environment(),
          standing(report),
          report.version(),
          report.migrations().stream()
              .filter(entry -> entry.status() == MigrationStatus.PENDING)
              .map(StatusReport.Entry::script)
              .toList(),
          report.drift(),
          report.driftChecked(),
          report.notes(),
          report.obstacle().or(report::problem));
    }

    private static Standing standing(StatusReport report) {
      if (report.obstacle().isPresent()) {
        return Standing.BLOCKED;
      }
      if (!report.drift().isEmpty()) {
        return Standing.DRIFTED;
      }
      return report.count(MigrationStatus.PENDING) > 0 ? Standing.BEHIND : Standing.CURRENT;
    }
  }

  @Override
  public String goal() {
    return "status";
  }

  @Override
  public String text() {
    return FleetStatusText.of(this);
  }

  @Override
  public String markdown() {
    return FleetStatusText.markdown(this);
  }
}
