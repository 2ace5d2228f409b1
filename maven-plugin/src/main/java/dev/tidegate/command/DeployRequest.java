package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of {@code tidegate:deploy}, read but not yet understood.
 *
 * @param target the database to deploy to
 * @param direct the same database without its pooler, where somebody named it
 * @param keyboard who is asking
 * @param dryRun whether to stop before anything is applied
 * @param rollback whether the script that leads back is reported as well
 * @param baseline the version at which to adopt a database without history
 * @param upTo the last version to apply; empty for all
 */
public record DeployRequest(
    Workspace workspace,
    ConnectionSettings target,
    Optional<ConnectionSettings> direct,
    Keyboard keyboard,
    Label label,
    boolean dryRun,
    boolean rollback,
    Word word,
    Optional<String> baseline,
    Optional<String> upTo,
    Care care,
    Patience patience) {

  /** The same by nobody in particular and for no environment, with nothing to back up. */
  DeployRequest ofNobody() {
    return new DeployRequest(
        workspace,
        target,
        Optional.empty(),
        new Keyboard(Map.of(), false, Optional.empty()),
        new Label(Optional.empty(), Optional.empty()),
        true,
        rollback,
        word,
        Optional.empty(),
        upTo,
        care,
        patience);
  }

  /**
   * Which environment the run is meant for.
   *
   * @param environment the label that was stated
   * @param instead the label that the database carries and that the stated one replaces
   */
  public record Label(Optional<String> environment, Optional<String> instead) {}

  /**
   * What somebody has said about the plan.
   *
   * @param allow hazards approved, {@code type} or {@code type:object}
   * @param planHash what was reviewed; empty applies whatever is pending
   * @param reviewedPlan the report of the dry run that was reviewed
   * @param resumeAt where an interrupted migration goes on, {@code V7__x.sql:4}
   */
  public record Word(
      List<String> allow,
      Optional<String> planHash,
      Optional<Path> reviewedPlan,
      Optional<String> resumeAt) {
    public Word {
      allow = List.copyOf(allow);
    }
  }

  /**
   * What is done so that nothing is lost.
   *
   * @param checks the folder of queries that have to hold afterwards
   * @param backup what is backed up before
   */
  public record Care(Path checks, BackupChoice backup) {}

  /**
   * How long to wait for what.
   *
   * @param lockTimeout for a lock that a statement needs; empty for the server's setting
   * @param statementTimeout for a statement to end; empty for the server's setting
   * @param lockRetries how often a migration that got no lock is tried again
   * @param probe for one answer of the live database before anything runs; empty for no limit
   * @param deploy for another deploy to end
   */
  public record Patience(
      Optional<Duration> lockTimeout,
      Optional<Duration> statementTimeout,
      int lockRetries,
      Optional<Duration> probe,
      Duration deploy) {}
}
