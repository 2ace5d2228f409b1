package dev.tidegate.maven;

import dev.tidegate.command.BackupChoice;
import dev.tidegate.command.StatusCommand;
import dev.tidegate.command.StatusRequest;
import dev.tidegate.report.Report;
import java.io.File;
import java.nio.file.Path;
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
    parameters.refuseIfBad();
    return new StatusCommand()
        .run(
            new StatusRequest(
                workspace,
                connection(),
                environment(),
                exactRows,
                failOnPending,
                failOnDrift,
                backups()));
  }
}
