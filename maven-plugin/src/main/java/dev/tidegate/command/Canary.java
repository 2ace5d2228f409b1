package dev.tidegate.command;

import java.util.List;

/** Which targets come before the others. */
final class Canary {
  private Canary() {}

  /**
   * The first ones, as many as the number says, or the one of that name. A name that falls to
   * another shard leaves this one with its first target.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2501 if no target has that name
   */
  static List<FleetTarget> of(List<FleetTarget> targets, FleetRequest.Rollout rollout) {
    var wanted = rollout.canary();
    if (wanted.matches("[0-9]{1,6}")) {
      return targets.subList(0, Math.min(Integer.parseInt(wanted), targets.size()));
    }
    var named = targets.stream().filter(target -> target.name().equals(wanted)).toList();
    if (named.isEmpty() && rollout.shard().map(shard -> shard.holds(wanted)).orElse(true)) {
      throw FleetProblems.noCanary(wanted).exception();
    }
    return named.isEmpty() ? targets.subList(0, Math.min(1, targets.size())) : named;
  }
}
