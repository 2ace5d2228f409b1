package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.FleetStatusReport;
import dev.tidegate.report.FleetStatusReport.TargetStatus;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Says how many databases stand to their migrations. Changes none of them. */
public final class StatusFleetCommand {
  private final FleetRequest request;
  private final BiFunction<Workspace, ConnectionSettings, StatusRequest> each;

  /**
   * A look at many databases.
   *
   * @param each what is asked of one of them
   */
  public StatusFleetCommand(
      FleetRequest request, BiFunction<Workspace, ConnectionSettings, StatusRequest> each) {
    this.request = request;
    this.each = each;
  }

  /** Finds the targets, looks at each, rolls up. */
  public FleetStatusReport run() {
    var shard = request.rollout().shard();
    var targets =
        new FleetTargets(request)
            .find().stream().filter(it -> shard.map(s -> s.holds(it.name())).orElse(true)).toList();
    List<TargetStatus> found;
    try (var walks = ScratchWalks.ofMany()) {
      found = new FleetRun<>(request.rollout(), new Looking(walks)).over(targets, List.of());
    }
    var versions = new TreeMap<String, Integer>();
    found.stream()
        .filter(it -> it.standing() != FleetStatusReport.Standing.UNREACHABLE)
        .forEach(it -> versions.merge(it.version().orElse("(none)"), 1, Integer::sum));
    return new FleetStatusReport(
        shard.map(Shard::toString),
        FleetStatusReport.Totals.of(found),
        versions,
        found,
        FleetProblems.standing(found));
  }

  /** A look at one of them. */
  private final class Looking implements FleetRun.Work<TargetStatus> {
    private final ScratchWalks walks;

    Looking(ScratchWalks walks) {
      this.walks = walks;
    }

    @Override
    public TargetStatus at(FleetTarget target, boolean canary) {
      var console = new TargetConsole(target.name(), request.workspace().console());
      var workspace = request.workspace().of(target.schema(), console);
      try {
        var report = new StatusCommand(walks).run(each.apply(workspace, target.settings()));
        return TargetStatus.of(target.name(), target.schema(), report);
      } catch (TidegateException e) {
        return TargetStatus.unreachable(
            target.name(), target.settings().url().display(), target.schema(), e.problem());
      } catch (RuntimeException e) {
        return TargetStatus.unreachable(
            target.name(),
            target.settings().url().display(),
            target.schema(),
            FleetProblems.bug(e));
      }
    }

    /** One that cannot be looked at says nothing of the others. */
    @Override
    public boolean failed(TargetStatus entry) {
      return false;
    }

    @Override
    public TargetStatus notStarted(FleetTarget target) {
      throw new IllegalStateException(target.name() + " was passed over");
    }
  }
}
