package dev.tidegate.command;

import dev.tidegate.guard.Approval;
import dev.tidegate.guard.Approvals;
import dev.tidegate.guard.EnvironmentRule;
import dev.tidegate.guard.HistoryCheck;
import dev.tidegate.guard.HistoryPlace;
import dev.tidegate.guard.LiveAnswers;
import dev.tidegate.guard.LiveProbes;
import dev.tidegate.guard.PlanRule;
import dev.tidegate.guard.PostDeployChecks;
import dev.tidegate.guard.RenamedHistory;
import dev.tidegate.guard.Ways;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.migration.DeployLock;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.Progress;
import dev.tidegate.migration.ResumePoint;
import dev.tidegate.migration.Version;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.DeployReport;
import dev.tidegate.report.ReviewedPlanFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Applies pending migrations to a database, after everything that can say no was asked. */
public final class DeployCommand {
  private final ScratchWalks walks;

  /** Whether something stands for the database, so that nobody's rows can be asked about. */
  private final boolean standIn;

  /** Deploys to one database. */
  public DeployCommand() {
    this(ScratchWalks.ofOne());
  }

  /** Deploys to one of many databases. */
  DeployCommand(ScratchWalks walks) {
    this(walks, false);
  }

  /** Deploys to one database, or runs dry against what stands for it. */
  DeployCommand(ScratchWalks walks, boolean standIn) {
    this.walks = walks;
    this.standIn = standIn;
  }

  /** Checks and analyses what would be applied to a database that was named already. */
  DeployReport run(DeployRequest request, Target named) {
    return run(asked(request), named, DeployLock.none());
  }

  /** Names, checks, analyses, asks for approval, applies, verifies, reports. */
  public DeployReport run(DeployRequest request) {
    var asked = asked(request);
    var ways = new Ways(opened(request), request.direct());
    var target = Target.toWrite("deploy", ways, request.workspace());
    try (var lock = Applying.lock(request, target)) {
      // whoever had the lock before, also a moment ago, may have changed what was read until then
      return run(asked, request.dryRun() ? target : target.again(), lock);
    }
  }

  private Asked asked(DeployRequest request) {
    UntrustedFiles.refuseLinks(request.workspace(), request.workspace().migrations());
    var folder = Adoption.folder(request);
    var approvals = new Approvals(Approval.parse(request.word().allow()), walks.ofTargets());
    var upTo = request.upTo().map(folder::version);
    var resumeAt = request.word().resumeAt().map(ResumePoint::parse);
    var checks = PostDeployChecks.in(request.care().checks());
    return new Asked(request, folder, folder.contentHash(), approvals, upTo, resumeAt, checks);
  }

  /**
   * The request as it is understood without a database.
   *
   * @param contents hash of the folder's files as they were read first
   */
  private record Asked(
      DeployRequest request,
      MigrationFolder folder,
      String contents,
      Approvals approvals,
      Optional<Version> upTo,
      Optional<ResumePoint> resumeAt,
      PostDeployChecks checks) {}

  private DeployReport run(Asked asked, Target target, DeployLock lock) {
    var request = asked.request();
    var folder = asked.folder();
    var approvals = asked.approvals();
    var environment =
        new EnvironmentRule("deploy", request.label().environment(), request.label().instead());
    environment.refuseUnlessMatching(target.identity());
    var place = new HistoryPlace(target.identity(), target.namespace().isPresent());
    refuse(place.objection());
    var ledger = new DeployLedger(target.identity(), approvals, request.dryRun());
    place.notes().forEach(ledger::note);
    var labelling = new Labelling(target, environment);
    var permission = new Permission(request.keyboard().rule(), labelling, request.dryRun());

    var interrupted = Interrupted.read(target);
    refuse(Progress.objection(interrupted, folder));
    refuse(asked.resumeAt().flatMap(point -> point.objection(interrupted)));
    var history = MigrationHistory.read(target.migrations(), folder).resumable(interrupted, folder);
    refuse(new HistoryCheck(history, folder).objection());
    refuse(RenamedHistory.objection(history, target::objects, target.identity().schema()));
    var adoption =
        request.baseline().map(it -> new Adoption(target, request.workspace(), folder, it));
    if (adoption.filter(it -> !it.isDone(history)).isPresent()) {
      refuse(permission.objection(labelling.deeds()));
      adoption.get().adopt(history, request.dryRun(), ledger);
      permission.given(labelling.deeds(), "baseline", ledger);
      labelling.write(request.dryRun(), ledger);
      return ledger.report();
    }
    refuse(HistoryCheck.unknown(history, target.tables()));

    var pending = PendingAnalysis.pending(history, folder, asked.upTo());
    var way = new DeployPlan.Way(walks, request.rollback());
    var plan =
        DeployPlan.of(target, request.workspace(), folder, history, pending, way)
            .resuming(interrupted);
    ledger.planned(plan);
    ledger.resembling(plan.lookAlikes(target));
    var answers = standIn ? LiveAnswers.none() : probe(request, target, plan);
    if (standIn) {
      ledger.note(CommandProblems.NO_DATABASE);
    }
    ledger.probed(answers);
    approvals
        .objections(plan.analysis().files(), answers)
        .or(() -> reviewed(request, pending).objection(plan.hash(), plan::isRestOf, plan.files()))
        .or(() -> permission.objection(permission.deeds(plan)))
        .or(answers::objection)
        .ifPresent(ledger::failed);
    if (!ledger.hasFailed() && !standIn) {
      BackupBefore.of(request, target).take(plan, ledger);
    }
    if (ledger.hasFailed() || request.dryRun()) {
      labelling.announce(request.dryRun(), ledger);
      return ledger.report();
    }
    var applying = new Applying(request, target, asked.upTo(), asked.resumeAt(), lock);
    apply(asked, applying, plan, permission, ledger)
        .filter(around -> !ledger.hasFailed() && labelled(labelling, ledger))
        .map(around -> new AfterDeploy(target, request.workspace(), asked.checks(), around))
        .ifPresent(after -> after.verify(plan, ledger));
    return ledger.report();
  }

  /**
   * Applies what is pending, and returns what there was before; empty where that failed.
   *
   * <p>Once a backup was made, only the report can say where it lies.
   */
  private static Optional<Around> apply(
      Asked asked, Applying applying, DeployPlan plan, Permission permission, DeployLedger ledger) {
    try {
      var around = Around.before(applying.target(), plan, ledger);
      if (!plan.pending().isEmpty()) {
        refuse(changed(asked.request(), asked.contents()));
      }
      permission.given(permission.deeds(plan), plan.hash(), ledger);
      if (!plan.pending().isEmpty()) {
        applying.apply(plan, ledger);
      }
      return Optional.of(around);
    } catch (TidegateException e) {
      if (ledger.backup().isEmpty()) {
        throw e;
      }
      var problem = e.problem();
      ledger.failed(
          problem.state().isPresent() ? problem : problem.withState("nothing was applied"));
      return Optional.empty();
    }
  }

  /** Nobody judged what was written into the folder since. */
  private static Optional<Problem> changed(DeployRequest request, String contents) {
    return Adoption.folder(request).contentHash().equals(contents)
        ? Optional.empty()
        : Optional.of(CommandProblems.filesChanged(request.workspace().migrations()));
  }

  /** What goes wrong here must not hide that all migrations are applied. */
  private static boolean labelled(Labelling labelling, DeployLedger ledger) {
    try {
      labelling.write(false, ledger);
      return true;
    } catch (TidegateException e) {
      ledger.failed(
          e.problem()
              .withState("the migrations remain applied; the label was not written")
              .withHint("mvn tidegate:deploy, which writes it and verifies what is applied"));
      return false;
    }
  }

  /** Asks nothing, and opens no connection, where nothing is to be asked. */
  private static LiveAnswers probe(DeployRequest request, Target target, DeployPlan plan) {
    var files = plan.analysis().files();
    return files.stream().allMatch(file -> file.hazards().isEmpty())
        ? LiveAnswers.none()
        : target.look(
            connection ->
                LiveProbes.ask(
                    connection,
                    target.dialect(),
                    files,
                    request.patience().probe().orElse(Duration.ZERO)));
  }

  /** A dry run could not write if it tried, and makes no SQLite file. */
  private static ConnectionSettings opened(DeployRequest request) {
    return request.dryRun()
        ? Target.forLooking(request.target(), request.workspace())
        : request.target();
  }

  /** Of many databases those that are done have no plan any more that could be another one. */
  private PlanRule reviewed(DeployRequest request, List<MigrationFile> pending) {
    var word = request.word();
    return walks.ofTargets() && pending.isEmpty()
        ? new PlanRule(Optional.empty(), Optional.empty())
        : new PlanRule(word.planHash(), word.reviewedPlan().map(ReviewedPlanFile::read));
  }

  private static void refuse(Optional<Problem> objection) {
    objection.ifPresent(
        problem -> {
          throw problem.exception();
        });
  }
}
