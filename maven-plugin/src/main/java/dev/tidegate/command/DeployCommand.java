package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.guard.Approval;
import dev.tidegate.guard.Approvals;
import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.guard.EnvironmentMarker;
import dev.tidegate.guard.HistoryCheck;
import dev.tidegate.guard.PlanHash;
import dev.tidegate.guard.PostDeployChecks;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.migration.AppliedMigration;
import dev.tidegate.migration.MigrateOptions;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationRun;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Migrator;
import dev.tidegate.migration.Version;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.ChangeList;
import dev.tidegate.report.DeployReport;
import dev.tidegate.report.MigrationEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applies pending migrations to a database, after everything that can say no was asked. */
public final class DeployCommand {
  private final Migrator migrator = new Migrator();

  /** Names, checks, analyses, asks for approval, applies, verifies, reports. */
  public DeployReport run(DeployRequest request) {
    var folder = MigrationFolder.read(request.workspace().migrations());
    var approvals = new Approvals(Approval.parse(request.allow()));
    var upTo = request.upTo().map(folder::version);
    var checks = PostDeployChecks.in(request.checks());
    var target = Target.named("deploy", opened(request), request.workspace());
    target.identity().refuseReplica();
    EnvironmentMarker.refuseUnlessMatching("deploy", target.identity(), request.environment());
    var history = MigrationHistory.read(target.migrations(), folder);
    refuse(new HistoryCheck(history, folder.path()).objection());
    if (request.baseline().isPresent() && !isAdoptedAt(history, request.baseline().get())) {
      return adopt(request, target, folder);
    }
    refuse(HistoryCheck.unknown(history, target.tables()));
    var pending = PendingAnalysis.pending(history, folder, upTo);
    var plan = plan(request, target, new Situation(folder, history, pending));
    var objection =
        approvals
            .objections(plan.analysis().files())
            .or(() -> PlanHash.objection(request.planHash(), plan.hash()));
    if (objection.isPresent() || request.dryRun()) {
      return report(request, plan, approvals, Outcome.nothing(target.identity(), objection));
    }
    return report(request, plan, approvals, apply(request, target, plan, upTo, checks));
  }

  /** The folder beside the history, and what of it waits. */
  private record Situation(
      MigrationFolder folder, MigrationHistory history, List<MigrationFile> pending) {}

  /** What is going to be applied, and all that is known of it. */
  private record Plan(
      Situation situation, PendingAnalysis.Analysis analysis, String hash, List<String> notes) {}

  /** What came of it, and the database with the label that it has now. */
  private record Outcome(
      DatabaseIdentity identity,
      List<AppliedMigration> applied,
      long millis,
      List<String> drift,
      Optional<Problem> problem) {
    static Outcome nothing(DatabaseIdentity identity, Optional<Problem> problem) {
      return new Outcome(identity, List.of(), 0, List.of(), problem);
    }

    Outcome failed(Problem why) {
      return new Outcome(identity, applied, millis, drift, Optional.of(why));
    }
  }

  /** A dry run could not write if it tried, and makes no SQLite file. */
  private static ConnectionSettings opened(DeployRequest request) {
    return request.dryRun() ? Target.existing(request.target()).forReading() : request.target();
  }

  private static void refuse(Optional<Problem> objection) {
    objection.ifPresent(
        problem -> {
          throw problem.exception();
        });
  }

  private static boolean isAdoptedAt(MigrationHistory history, String version) {
    return Version.isOne(version)
        && history.with(MigrationStatus.BASELINE).stream()
            .anyMatch(entry -> entry.version().equals(Optional.of(Version.parse(version))));
  }

  private DeployReport adopt(DeployRequest request, Target target, MigrationFolder folder) {
    var text = request.baseline().orElseThrow();
    var version = Version.isOne(text) ? Version.parse(text) : folder.version(text);
    if (!request.dryRun()) {
      migrator.baseline(target.migrations(), version, "adopted by tidegate");
    }
    var identity = mark(request, target);
    var note =
        request.dryRun()
            ? List.of("dry run: the database would be adopted at version " + version)
            : List.<String>of();
    return new DeployReport(
        identity,
        request.dryRun(),
        request.dryRun() ? Optional.empty() : Optional.of(version.toString()),
        Optional.empty(),
        request.dryRun() ? Optional.empty() : Optional.of(version.toString()),
        "",
        List.of(),
        List.of(),
        note,
        0,
        Optional.empty());
  }

  /** Starts no scratch database where nothing waits or nothing is there to be lost. */
  private static Plan plan(DeployRequest request, Target target, Situation situation) {
    var engine = new Engine(request.workspace(), Optional.of(target.settings()));
    var applied =
        situation.history().entries().stream().filter(e -> e.installed().isPresent()).toList();
    var needless =
        situation.pending().isEmpty() || (applied.isEmpty() && target.allTables().isEmpty());
    var analysis =
        needless
            ? PendingAnalysis.Analysis.none()
            : new PendingAnalysis(engine, target, request.workspace())
                .analyse(situation.folder(), situation.history(), situation.pending());
    var notes =
        situation.pending().stream()
            .findFirst()
            .map(next -> ProvedStates.notes(target, request.workspace(), next, analysis.start()))
            .orElse(List.of());
    return new Plan(
        situation, analysis, PlanHash.of(applied, situation.pending(), situation.folder()), notes);
  }

  private Outcome apply(
      DeployRequest request,
      Target target,
      Plan plan,
      Optional<Version> upTo,
      PostDeployChecks checks) {
    if (plan.situation().pending().isEmpty()) {
      return Outcome.nothing(mark(request, target), Optional.empty());
    }
    var patience = request.patience();
    var options =
        new MigrateOptions(
            upTo, patience.lockTimeout(), patience.statementTimeout(), patience.lockRetries());
    var start = System.nanoTime();
    MigrationRun run = migrator.apply(target.migrations(), plan.situation().folder(), options);
    var millis = (System.nanoTime() - start) / 1_000_000;
    var outcome = new Outcome(target.identity(), run.applied(), millis, List.of(), run.failure());
    return run.failure().isPresent() ? outcome : verified(request, target, plan, outcome, checks);
  }

  /** What goes wrong after the last migration must not hide that all of them are applied. */
  private static Outcome verified(
      DeployRequest request, Target target, Plan plan, Outcome outcome, PostDeployChecks checks) {
    try {
      var identity = mark(request, target);
      var drift = drift(request, target, plan);
      return new Outcome(
          identity,
          outcome.applied(),
          outcome.millis(),
          drift,
          target.ask(connection -> checks.run(connection, target.dialect().product())));
    } catch (TidegateException e) {
      return outcome.failed(
          e.problem().withState("the migrations remain applied; not all was verified"));
    }
  }

  private static List<String> drift(DeployRequest request, Target target, Plan plan) {
    return plan.analysis()
        .result()
        .map(
            expected ->
                target.ask(
                    connection -> {
                      var scope = Engine.scope(request.workspace());
                      var live = target.dialect().inspector().inspect(connection, scope);
                      return ChangeList.lines(target.dialect().diff(new Pair<>(expected, live)));
                    }))
        .orElse(List.of());
  }

  /**
   * Marks a database that has a history, with the label that was stated. Asked only once nobody
   * objects any more, since the label stays.
   */
  private static DatabaseIdentity mark(DeployRequest request, Target target) {
    var identity = target.identity();
    if (request.dryRun() || request.environment().isEmpty() || identity.environment().isPresent()) {
      return identity;
    }
    return target.ask(
        connection -> {
          if (!target
              .dialect()
              .live()
              .hasTable(connection, identity.schema(), "flyway_schema_history")) {
            return identity;
          }
          target.marker().mark(connection, request.environment().get());
          return identity.marked(request.environment().get());
        });
  }

  private static DeployReport report(
      DeployRequest request, Plan plan, Approvals approvals, Outcome outcome) {
    var before = plan.situation().history().version();
    var now = new ArrayList<Version>(before.stream().toList());
    outcome.applied().forEach(run -> run.version().ifPresent(now::add));
    return new DeployReport(
        outcome.identity(),
        request.dryRun(),
        Optional.empty(),
        before.map(Version::toString),
        now.stream().max(Version::compareTo).map(Version::toString),
        plan.hash(),
        entries(plan, approvals, outcome),
        outcome.drift(),
        plan.notes(),
        outcome.millis(),
        outcome.problem());
  }

  private static List<MigrationEntry> entries(Plan plan, Approvals approvals, Outcome outcome) {
    var runs =
        outcome.applied().stream()
            .collect(Collectors.toMap(AppliedMigration::script, Function.identity()));
    return plan.situation().pending().stream()
        .map(
            file -> {
              var hazards =
                  plan.analysis().files().stream()
                      .filter(found -> found.script().equals(file.script()))
                      .findFirst();
              var entry = MigrationEntry.pending(file, hazards, approvals);
              return Optional.ofNullable(runs.get(file.script())).map(entry::ran).orElse(entry);
            })
        .toList();
  }
}
