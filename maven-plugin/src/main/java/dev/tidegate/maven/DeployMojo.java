package dev.tidegate.maven;

import dev.tidegate.command.BackupChoice;
import dev.tidegate.command.BaseDryRun;
import dev.tidegate.command.DeployCommand;
import dev.tidegate.command.DeployFleetCommand;
import dev.tidegate.command.DeployRequest;
import dev.tidegate.command.FleetRequest;
import dev.tidegate.command.MergeReports;
import dev.tidegate.command.Workspace;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.report.Report;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Applies pending migrations to a database. The database is named before it is touched, and nothing
 * that destroys data runs unless it was named and allowed.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "deploy",
    defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public final class DeployMojo extends AbstractSchemaMojo {

  /**
   * Stops before anything is applied. Default: {@code false}. Everything else is done, on a
   * connection that cannot write.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * Directory with the migrations that are taken as deployed, for example {@code target/base}, in
   * place of a database: only with {@code dryRun}. Default: none, {@code url} is asked. They are
   * applied to a scratch database, no URL is read, and the plan hash is the one that a deploy to a
   * database with exactly these migrations has.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.base")
  private @Nullable File base;

  /**
   * Dialect of the migrations in {@code base}, {@code postgresql} or {@code sqlite}. Default:
   * {@code postgresql}. Without {@code base} the URL tells it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.dialect")
  private @Nullable String dialect;

  /**
   * Reports the script that leads back as well, from after the pending migrations to before them,
   * proved like every plan. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.rollback", defaultValue = "false")
  private boolean rollback;

  /**
   * What this run may destroy, by hazard and object, for example {@code
   * drop-column:public.users.legacy}. Default: nothing, so that a migration that destroys data is
   * refused. The same may stand in the migration: {@code -- tidegate:allow drop-column
   * public.users.legacy because …}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.allow")
  private @Nullable List<String> allow;

  /**
   * Hash of the plan that was reviewed, as a dry run prints it. Default: none, whatever is pending
   * is applied. Any other plan is refused.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.planHash")
  private @Nullable String planHash;

  /**
   * Report of the dry run that was reviewed, for example {@code reviewed/deploy.json}. Default:
   * none. Where the plan is another one than {@code planHash} says, it shows which statements
   * differ.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.reviewedPlan")
  private @Nullable File reviewedPlan;

  /**
   * Label that the database carries and that {@code environment} is to replace, for example {@code
   * staging}. Default: none, a label stays. A database that carries another one is left alone.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.renameEnvironment")
  private @Nullable String renameEnvironment;

  /**
   * Words of the person who wants what a coding agent is about to do and what cannot be undone, for
   * example {@code yes, drop the column, it was copied to the archive}. Default: none, so that an
   * agent has to ask. They are kept in the report and in the database.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.consent")
  private @Nullable String consent;

  /**
   * What a coding agent may do that destroys data or labels a database: {@code ask} needs the
   * {@code consent} of a person, {@code trust} treats it as a person. Default: {@code ask}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.agents", defaultValue = "ask")
  private String agents = "ask";

  /**
   * Version at which to adopt an existing database that has no history, for example {@code 7}, or
   * {@code auto}. With {@code auto} it is found out from Prisma's history ({@code
   * auto:db/prisma/migrations} says where its files are), or by comparing the database with every
   * version. Default: none. The run that adopts runs no migration; the database has to be what the
   * migrations up to there build.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.baseline")
  private @Nullable String baseline;

  /**
   * Last version to apply, for example {@code 7}, or {@code latest}. Default: the latest.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.target")
  private @Nullable String target;

  /**
   * Time that a statement waits for a lock, for example {@code 500ms}, {@code 5s} or {@code none}.
   * Default: {@code 5s}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.lockTimeout", defaultValue = "5s")
  private String lockTimeout = "5s";

  /**
   * Time that a statement may run on PostgreSQL, for example {@code 10min}. Default: none, the
   * server's own setting.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.statementTimeout")
  private @Nullable String statementTimeout;

  /**
   * How often what got no lock is tried again, after a pause that grows from 200 ms to 10 s.
   * Default: {@code 10}. A migration that was rolled back is tried as a whole, a statement outside
   * of a transaction by itself; deadlocks and serialization failures count as well.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.lockRetries", defaultValue = "10")
  private int lockRetries;

  /**
   * Time that one question to the live database may take before anything runs, for example {@code
   * 30s} or {@code none}. Default: {@code 10s}; all of them together end after 60 s. What takes
   * longer is estimated, and said to be.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.probeTimeout", defaultValue = "10s")
  private String probeTimeout = "10s";

  /**
   * How long to wait for another deploy of the same database and schema to end, for example {@code
   * 5min}, or {@code none} to leave at once. Default: {@code 60s}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.deployWait", defaultValue = "60s")
  private String deployWait = "60s";

  /**
   * Statement at which an interrupted migration goes on, for example {@code V7__x.sql:4}. Default:
   * none, it is found out. Needed only where the database does not tell whether the statement
   * before ended.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.resumeAt")
  private @Nullable String resumeAt;

  /**
   * Directory with queries that have to hold after the deploy, for example {@code db/checks}. Each
   * has to return no row, or one boolean that is true (on SQLite in a column named {@code ok}).
   * Default: {@code src/main/resources/db/checks}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.checks", defaultValue = "${basedir}/src/main/resources/db/checks")
  private @Nullable File checks;

  /**
   * What is backed up before anything is applied: {@code auto} holds exactly what approved hazards
   * destroy, {@code always} the whole database, {@code never} nothing. Default: {@code auto}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.backup", defaultValue = "auto")
  private String backup = "auto";

  /**
   * Directory for backups, for example {@code /var/backups/app}. Default: {@code
   * .tidegate/backups}. Only the owner can read the files, and a {@code .gitignore} keeps them out
   * of commits.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.backupDirectory", defaultValue = "${basedir}/.tidegate/backups")
  private @Nullable File backupDirectory;

  /**
   * What makes backups of PostgreSQL: {@code pg_dump}, {@code tidegate} for an archive that {@code
   * tidegate:copy} restores, or {@code auto}. Default: {@code auto}, {@code pg_dump} where one of
   * the server's version or later is found and whole tables are held, else {@code tidegate}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.backupWith", defaultValue = "auto")
  private String backupWith = "auto";

  /**
   * Deploys to many databases: a query on {@code url}, for example {@code SELECT nspname AS schema
   * FROM pg_namespace WHERE nspname LIKE 'tenant%'}, a {@code .sql} file with one, or a file with
   * one target a line. A target is {@code schema:NAME}, {@code database:NAME} or a database URL; a
   * query's column named {@code schema} or {@code database} stands for the prefix. Default: none,
   * the database of {@code url}.
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
   * How many of {@code targets} are deployed to at a time, for example {@code 8}. Default: {@code
   * 4}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.jobs", defaultValue = "4")
  private int jobs = 4;

  /**
   * How many of {@code targets} are deployed to alone before the others, or the name of the one
   * that is, for example {@code tenant_test}. Default: {@code 1}. When one of them fails, no other
   * is started.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.canary", defaultValue = "1")
  private String canary = "1";

  /**
   * What a failure of one of {@code targets} means for the others, {@code stop} or {@code
   * continue}. Default: {@code stop}, no other is started.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.onFailure", defaultValue = "stop")
  private String onFailure = "stop";

  /**
   * Deploys to nothing, and makes one report of the {@code deploy.json} of several runs with a
   * {@code shard} each: all that lie below this directory, for example {@code reports}. Default:
   * none. Fails where one of the runs failed or is missing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.mergeReports")
  private @Nullable File mergeReports;

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.deploy.skip", defaultValue = "false")
  private boolean skipDeploy;

  /** Injected by Maven. */
  @Inject
  public DeployMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
    super("deploy", decrypter, repositories);
  }

  @Override
  boolean skipsGoal() {
    return skipDeploy;
  }

  @Override
  Report run(Parameters parameters) {
    if (mergeReports != null) {
      return new MergeReports().of(mergeReports.toPath());
    }
    var workspace = workspace(parameters, "");
    var care = care(parameters);
    var patience = patience(parameters);
    var keyboard = keyboard(parameters, agents, consent);
    var rollout = rollout(parameters);
    var many = Parameters.text(targets);
    var without = base(parameters, many);
    parameters.refuseIfBad();
    BiFunction<Workspace, Ways, DeployRequest> request =
        (around, ways) ->
            new DeployRequest(
                around,
                ways.target(),
                ways.direct(),
                keyboard,
                label(),
                dryRun,
                rollback,
                word(),
                Parameters.text(baseline),
                Parameters.text(target).filter(version -> !version.equals("latest")),
                care,
                patience);
    if (without.isPresent()) {
      return new BaseDryRun(workspace, without.get())
          .run(settings -> request.apply(workspace, new Ways(settings, Optional.empty())));
    }
    if (many.isEmpty()) {
      return new DeployCommand()
          .run(request.apply(workspace, new Ways(connection(), directConnection())));
    }
    return new DeployFleetCommand(
            new FleetRequest(workspace, many.get(), databases(), rollout),
            (around, settings) -> request.apply(around, new Ways(settings, Optional.empty())))
        .run(dryRun);
  }

  /** What stands for the database; a run that would write has to know which one. */
  private Optional<BaseDryRun.Base> base(Parameters parameters, Optional<String> many) {
    if (many.isPresent() && rollback) {
      parameters.refuse("rollback is for one database, not for targets");
    }
    if (base == null) {
      return Optional.empty();
    }
    if (!dryRun) {
      parameters.refuse("base takes the place of a database, so it needs dryRun");
    }
    if (many.isPresent()) {
      parameters.refuse("base takes the place of one database, not of targets");
    }
    if (Parameters.text(baseline).isPresent()) {
      parameters.refuse("base is no database that could be adopted, so it excludes baseline");
    }
    if (Parameters.text(resumeAt).isPresent()) {
      parameters.refuse("base was not interrupted, so it excludes resumeAt");
    }
    var word =
        Parameters.text(dialect)
            .map(it -> parameters.oneOf("dialect", it, List.of("postgresql", "sqlite")));
    return Optional.of(new BaseDryRun.Base(base.toPath(), word, databasesNamed()));
  }

  /** A database and, where somebody named it, the way around its pooler. */
  private record Ways(ConnectionSettings target, Optional<ConnectionSettings> direct) {}

  private FleetRequest.Rollout rollout(Parameters parameters) {
    var ending =
        parameters.oneOf("onFailure", onFailure, List.of("stop", "continue")).equals("continue");
    return new FleetRequest.Rollout(
        parameters.number("jobs", jobs, 1, 64), canary.strip(), ending, shard(parameters, shard));
  }

  private DeployRequest.Label label() {
    return new DeployRequest.Label(environment(), Parameters.text(renameEnvironment));
  }

  private DeployRequest.Word word() {
    return new DeployRequest.Word(
        Parameters.words(allow),
        Parameters.text(planHash),
        Optional.ofNullable(reviewedPlan).map(File::toPath),
        Parameters.text(resumeAt));
  }

  private DeployRequest.Care care(Parameters parameters) {
    return new DeployRequest.Care(
        checks == null ? folder().resolve("src/main/resources/db/checks") : checks.toPath(),
        new BackupChoice(
            parameters.oneOf("backup", backup, List.of("auto", "always", "never")),
            parameters.oneOf("backupWith", backupWith, List.of("auto", "pg_dump", "tidegate")),
            backupDirectory == null
                ? folder().resolve(BackupChoice.FOLDER)
                : backupDirectory.toPath()));
  }

  private DeployRequest.Patience patience(Parameters parameters) {
    return new DeployRequest.Patience(
        parameters.duration("lockTimeout", lockTimeout),
        parameters.duration("statementTimeout", statementTimeout),
        parameters.number("lockRetries", lockRetries, 0, 1000),
        parameters.duration("probeTimeout", probeTimeout),
        parameters.duration("deployWait", deployWait).orElse(Duration.ZERO));
  }
}
