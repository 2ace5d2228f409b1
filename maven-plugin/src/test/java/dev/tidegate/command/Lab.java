package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.report.Console;
import dev.tidegate.report.CopyReport;
import dev.tidegate.report.DeployReport;
import dev.tidegate.report.DiffReport;
import dev.tidegate.report.FleetReport;
import dev.tidegate.report.FleetStatusReport;
import dev.tidegate.report.RestoreReport;
import dev.tidegate.report.StatusReport;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A folder of migrations, a database to deploy them to, and everything that was printed. */
public final class Lab implements Console {
  private final Path folder;
  private final ConnectionSettings target;
  Optional<String> stated = Optional.empty();
  final List<String> printed = Collections.synchronizedList(new ArrayList<>());
  private List<String> exclude = List.of();
  private String scratch = "embedded";
  private boolean restricted;

  public Lab(Path folder, ConnectionSettings target) throws IOException {
    this.folder = folder;
    this.target = target;
    Files.createDirectories(folder.resolve("m"));
  }

  @Override
  public void info(String text) {
    printed.add(text);
  }

  @Override
  public void warn(String text) {
    printed.add(text);
  }

  /** Builds states on a server where there is none. */
  Lab withoutScratch() {
    scratch = "postgres://nobody@127.0.0.1:1/none";
    return this;
  }

  /** Builds states as somebody's whom nobody trusts. */
  Lab restricted() {
    restricted = true;
    return this;
  }

  /** Leaves objects out of every comparison. */
  Lab excluding(String... patterns) {
    exclude = List.of(patterns);
    return this;
  }

  public Lab migration(String name, String sql) {
    return file("m/" + name, sql);
  }

  Lab file(String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Path at(String name) {
    return folder.resolve(name);
  }

  public DeployReport deploy() {
    return deploy(request -> request);
  }

  DeployReport deploy(UnaryOperator<Deploy> change) {
    return new DeployCommand().run(request(change.apply(new Deploy()), workspace(), target));
  }

  /** Deploys to many databases. */
  FleetReport deployTo(String targets, UnaryOperator<Fleet> rollout, UnaryOperator<Deploy> change) {
    var deploy = change.apply(new Deploy());
    return new DeployFleetCommand(
            rollout.apply(new Fleet()).request(workspace(), targets, target),
            (workspace, database) -> request(deploy, workspace, database))
        .run(deploy.dryRun);
  }

  /** Looks at many databases. */
  FleetStatusReport statusOf(String targets, boolean failOnPending) {
    return new StatusFleetCommand(
            new Fleet().request(workspace(), targets, target),
            (workspace, database) ->
                new StatusRequest(
                    workspace, database, Optional.empty(), false, failOnPending, false, backups()))
        .run();
  }

  DeployRequest request(Deploy deploy, Workspace workspace, ConnectionSettings database) {
    return new DeployRequest(
        workspace,
        database,
        deploy.direct,
        new Keyboard(deploy.variables, deploy.trusted, deploy.consent),
        new DeployRequest.Label(deploy.environment, deploy.instead),
        deploy.dryRun,
        deploy.rollback,
        new DeployRequest.Word(deploy.allow, deploy.planHash, deploy.reviewedPlan, deploy.resumeAt),
        deploy.baseline,
        deploy.upTo,
        new DeployRequest.Care(
            folder.resolve("checks"),
            new BackupChoice(deploy.backup, deploy.backupWith, backups())),
        new DeployRequest.Patience(
            Optional.of(Duration.ofSeconds(2)),
            Optional.empty(),
            0,
            Optional.of(deploy.probeTimeout),
            deploy.deployWait));
  }

  /** Writes the next migration, which leads to what this file declares. */
  DiffReport diff(String declared) {
    return diff("migrations", declared);
  }

  /** Writes the next migration, which leads from one state to another. */
  DiffReport diff(String from, String to) {
    return new DiffCommand(Clock.systemUTC())
        .run(
            new DiffRequest(
                workspace(),
                from,
                to,
                Optional.empty(),
                Optional.of("next"),
                "sequence",
                Optional.empty(),
                List.of(),
                false,
                new DiffRequest.Demands(true),
                DiffRequest.Way.standard(),
                Optional.of(target)));
  }

  public StatusReport status(boolean failOnPending, boolean failOnDrift) {
    return new StatusCommand()
        .run(
            new StatusRequest(
                workspace(), target, stated, false, failOnPending, failOnDrift, backups()));
  }

  /** The status, with every row counted. */
  StatusReport statusCounted() {
    return new StatusCommand()
        .run(new StatusRequest(workspace(), target, stated, true, false, false, backups()));
  }

  ConnectionSettings target() {
    return target;
  }

  /** What {@code tidegate:copy} does where its source is an archive. */
  RestoreReport restore(String archive, String mode) {
    return restore(archive, mode, "", false);
  }

  RestoreReport restore(String archive, String mode, String confirm) {
    return restore(archive, mode, confirm, false);
  }

  RestoreReport restore(String archive, String mode, String confirm, boolean dryRun) {
    return restore(archive, mode, confirm, dryRun, new Keyboard(Map.of(), false, Optional.empty()));
  }

  RestoreReport restore(
      String archive, String mode, String confirm, boolean dryRun, Keyboard keyboard) {
    return new RestoreCommand()
        .run(
            new RestoreRequest(
                Path.of(archive),
                target,
                Optional.empty(),
                keyboard,
                Optional.empty(),
                mode,
                Optional.of(confirm).filter(name -> !name.isEmpty()),
                dryRun,
                Optional.of(Duration.ofSeconds(2)),
                this));
  }

  /** What {@code tidegate:copy} does with this file of SQLite as its source. */
  void copyFrom(String file, String mode) {
    copyFrom(file, mode, new Keyboard(Map.of(), false, Optional.empty()));
  }

  CopyReport copyFrom(String file, String mode, Keyboard keyboard) {
    return copyFrom(file, mode, keyboard, "");
  }

  CopyReport copyFrom(String file, String mode, Keyboard keyboard, String confirm) {
    return new CopyCommand()
        .run(
            new CopyRequest(
                ConnectionSettings.of(DatabaseUrl.parse(file, folder), "source"),
                target,
                Optional.empty(),
                keyboard,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                mode,
                Optional.of(confirm).filter(name -> !name.isEmpty()),
                "fail",
                List.of(),
                "digest",
                "auto",
                false,
                Optional.empty(),
                folder,
                this));
  }

  Path backups() {
    return folder.resolve(BackupChoice.FOLDER);
  }

  Workspace workspace() {
    return new Workspace(
        folder,
        folder.resolve("m"),
        "",
        List.of(),
        exclude,
        new Workspace.ScratchChoice(
            scratch, Optional.empty(), restricted, TestPostgres.settings(17, false).artifacts()),
        this);
  }

  Lab execute(String sql) throws SQLException {
    try (var connection = Connections.open(target);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return this;
  }

  /** The first column, null as text. */
  public List<String> query(String sql) throws SQLException {
    try (var connection = Connections.open(target);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  /** In which order many databases are deployed to, changed by each test. */
  static final class Fleet {
    private int jobs = 2;
    private String canary = "1";
    private boolean goOn;
    private Optional<Shard> shard = Optional.empty();
    private Optional<ConnectionSettings> direct = Optional.empty();

    Fleet direct(ConnectionSettings settings) {
      direct = Optional.of(settings);
      return this;
    }

    Fleet jobs(int number) {
      jobs = number;
      return this;
    }

    Fleet canary(String name) {
      canary = name;
      return this;
    }

    Fleet goOn() {
      goOn = true;
      return this;
    }

    Fleet shard(String part) {
      shard = Shard.parse(part);
      return this;
    }

    FleetRequest request(Workspace workspace, String targets, ConnectionSettings main) {
      return new FleetRequest(
          workspace,
          targets,
          new FleetRequest.Databases(
              () -> main,
              () -> direct,
              (url, origin) ->
                  ConnectionSettings.of(DatabaseUrl.parse(url, workspace.folder()), origin),
              (url, origin) ->
                  ConnectionSettings.of(DatabaseUrl.parse(url, workspace.folder()), origin)),
          new FleetRequest.Rollout(jobs, canary, goOn, shard));
    }
  }

  /** What a deploy is asked for, changed by each test. */
  static final class Deploy {
    private Optional<String> environment = Optional.empty();
    private Optional<String> instead = Optional.empty();
    private Optional<ConnectionSettings> direct = Optional.empty();
    private Map<String, String> variables = Map.of();
    private boolean trusted;
    private Optional<String> consent = Optional.empty();
    private Optional<Path> reviewedPlan = Optional.empty();
    private boolean dryRun;
    private boolean rollback;
    private Duration probeTimeout = Duration.ofSeconds(10);
    private List<String> allow = List.of();
    private Optional<String> planHash = Optional.empty();
    private Optional<String> baseline = Optional.empty();
    private Optional<String> upTo = Optional.empty();
    private Optional<String> resumeAt = Optional.empty();
    private Duration deployWait = Duration.ofSeconds(60);
    private String backup = "auto";
    private String backupWith = "tidegate";

    Deploy resumeAt(String point) {
      resumeAt = Optional.of(point);
      return this;
    }

    Deploy deployWait(Duration time) {
      deployWait = time;
      return this;
    }

    Deploy backup(String when) {
      backup = when;
      return this;
    }

    Deploy backupWith(String program) {
      backupWith = program;
      return this;
    }

    Deploy probeTimeout(long millis) {
      probeTimeout = Duration.ofMillis(millis);
      return this;
    }

    Deploy environment(String label) {
      environment = Optional.of(label);
      return this;
    }

    Deploy renaming(String label) {
      instead = Optional.of(label);
      return this;
    }

    Deploy direct(ConnectionSettings settings) {
      direct = Optional.of(settings);
      return this;
    }

    Deploy by(String variable, String value) {
      variables = Map.of(variable, value);
      return this;
    }

    Deploy trusting() {
      trusted = true;
      return this;
    }

    Deploy consent(String words) {
      consent = Optional.of(words);
      return this;
    }

    Deploy reviewedPlan(Path file) {
      reviewedPlan = Optional.of(file);
      return this;
    }

    Deploy rollback() {
      rollback = true;
      return this;
    }

    Deploy dryRun() {
      dryRun = true;
      return this;
    }

    Deploy allow(String... words) {
      allow = List.of(words);
      return this;
    }

    Deploy planHash(String hash) {
      planHash = Optional.of(hash);
      return this;
    }

    Deploy baseline(String version) {
      baseline = Optional.of(version);
      return this;
    }

    Deploy upTo(String version) {
      upTo = Optional.of(version);
      return this;
    }
  }
}
