package dev.tidegate.maven;

import dev.tidegate.command.BackupChoice;
import dev.tidegate.command.FleetRequest;
import dev.tidegate.command.StatusCommand;
import dev.tidegate.command.StatusFleetCommand;
import dev.tidegate.command.StatusRequest;
import dev.tidegate.command.Workspace;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.report.Report;
import java.io.File;
import java.nio.file.Path;
import java.util.function.BiFunction;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Says how a database stands to its migrations: applied, pending, failed, changed, missing, and
 * what drifted. Changes nothing and needs no right to.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "status",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class StatusMojo extends AbstractSchemaMojo {

  /**
   * Counts the rows of each table, which reads all of them. Default: {@code false}, on PostgreSQL
   * an estimate from the planner's statistics; SQLite's are always counted.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.exactRows", defaultValue = "false")
  private boolean exactRows;

  /**
   * Fails when migrations are pending. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.failOnPending", defaultValue = "false")
  private boolean failOnPending;

  /**
   * Fails when the database is not what its migrations build, or when that cannot be checked.
   * Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.failOnDrift", defaultValue = "false")
  private boolean failOnDrift;

  /**
   * Directory in which deploys leave backups, for example {@code /var/backups/app}. Default: {@code
   * .tidegate/backups}. Those of this database are listed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.backupDirectory", defaultValue = "${basedir}/.tidegate/backups")
  private @Nullable File backupDirectory;

  /**
   * Looks at many databases: a query on {@code url}, for example {@code SELECT nspname AS schema
   * FROM pg_namespace WHERE nspname LIKE 'tenant%'}, a {@code .sql} file with one, or a file with
   * one target a line, as {@code deploy} takes them. Default: none, the database of {@code url}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.targets")
  private @Nullable String targets;

  /**
   * The part of {@code targets} that this run is about, for example {@code 2/8} in the second of
   * eight jobs. Default: none, all of them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.shard")
  private @Nullable String shard;

  /**
   * How many of {@code targets} are looked at at a time, for example {@code 8}. Default: {@code 4}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.jobs", defaultValue = "4")
  private int jobs = 4;

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.status.skip", defaultValue = "false")
  private boolean skipStatus;

  /** Injected by Maven. */
  @Inject
  public StatusMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
    super("status", decrypter, repositories);
  }

  @Override
  boolean skipsGoal() {
    return skipStatus;
  }

  private Path backups() {
    return backupDirectory == null
        ? folder().resolve(BackupChoice.FOLDER)
        : backupDirectory.toPath();
  }

  @Override
  Report run(Parameters parameters) {
    var workspace = workspace(parameters, "");
    var rollout =
        new FleetRequest.Rollout(
            parameters.number("jobs", jobs, 1, 64), "0", true, shard(parameters, shard));
    parameters.refuseIfBad();
    BiFunction<Workspace, ConnectionSettings, StatusRequest> request =
        (around, settings) ->
            new StatusRequest(
                around, settings, environment(), exactRows, failOnPending, failOnDrift, backups());
    var many = Parameters.text(targets);
    return many.isEmpty()
        ? new StatusCommand().run(request.apply(workspace, connection()))
        : new StatusFleetCommand(
                new FleetRequest(workspace, many.get(), databases(), rollout), request)
            .run();
  }
}
