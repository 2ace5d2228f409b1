package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.FleetReport;
import dev.tidegate.report.FleetReport.Outcome;
import dev.tidegate.report.FleetReport.TargetEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Applies pending migrations to many databases, each under the whole protocol of a deploy. */
public final class DeployFleetCommand {
  private final FleetRequest request;
  private final BiFunction<Workspace, ConnectionSettings, DeployRequest> each;

  /**
   * A deploy to many databases.
   *
   * @param each what is asked of one of them
   */
  public DeployFleetCommand(
      FleetRequest request, BiFunction<Workspace, ConnectionSettings, DeployRequest> each) {
    this.request = request;
    this.each = each;
  }

  /** Finds the targets, takes this run's part of them, deploys to each, rolls up. */
  public FleetReport run(boolean dryRun) {
    var start = System.nanoTime();
    var shard = request.rollout().shard();
    var targets =
        new FleetTargets(request)
            .find().stream().filter(it -> shard.map(s -> s.holds(it.name())).orElse(true)).toList();
    var canaries = Canary.of(targets, request.rollout());
    List<TargetEntry> entries;
    try (var walks = ScratchWalks.ofMany()) {
      entries = new FleetRun<>(request.rollout(), new Deploying(walks)).over(targets, canaries);
    }
    var report =
        new FleetReport(
            dryRun,
            shard.map(Shard::toString),
            FleetReport.Totals.of(entries),
            entries,
            notes(targets, entries),
            millisSince(start),
            Optional.empty());
    return report.totals().failed() == 0 ? report : report.with(FleetProblems.failed(report));
  }

  private static List<String> notes(List<FleetTarget> targets, List<TargetEntry> entries) {
    var notes = new ArrayList<String>();
    if (targets.isEmpty()) {
      notes.add("no target falls to this shard");
    }
    if (entries.stream().anyMatch(it -> it.canary() && it.outcome() == Outcome.FAILED)) {
      notes.add("the canary failed, so no other target was started");
    }
    return notes;
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** A deploy to one of them. */
  private final class Deploying implements FleetRun.Work<TargetEntry> {
    private final ScratchWalks walks;

    Deploying(ScratchWalks walks) {
      this.walks = walks;
    }

    @Override
    public TargetEntry at(FleetTarget target, boolean canary) {
      var start = System.nanoTime();
      var console = new TargetConsole(target.name(), request.workspace().console());
      var workspace = request.workspace().of(target.schema(), console);
      var entry = deployed(target, workspace, start);
      if (failed(entry)) {
        console.warn("failed: " + entry.problem().map(Problem::summary).orElse(""));
      }
      return canary ? entry.asCanary() : entry;
    }

    private TargetEntry deployed(FleetTarget target, Workspace workspace, long start) {
      try {
        var report = new DeployCommand(walks).run(each.apply(workspace, target.settings()));
        return TargetEntry.of(target.name(), target.schema(), report, millisSince(start));
      } catch (TidegateException e) {
        return failure(target, e.problem(), start);
      } catch (RuntimeException e) {
        return failure(target, FleetProblems.bug(e), start);
      }
    }

    private static TargetEntry failure(FleetTarget target, Problem problem, long start) {
      var url = target.settings().url().display();
      return TargetEntry.failed(target.name(), url, target.schema(), problem, millisSince(start));
    }

    @Override
    public boolean failed(TargetEntry entry) {
      return entry.outcome() == Outcome.FAILED;
    }

    @Override
    public TargetEntry notStarted(FleetTarget target) {
      return TargetEntry.notStarted(
          target.name(), target.settings().url().display(), target.schema());
    }
  }
}
