package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives the hazards of steps that need no statement of their own to the step whose statements do
 * the work: hazards stand at statements, and none may get lost.
 */
final class HazardsCarried {
  private final Surroundings surroundings;

  HazardsCarried(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The plan with the hazards where statements are.
   *
   * @param statements of each step
   * @throws IllegalStateException if a step can lose data or fail and no statement would show it
   */
  Plan over(Plan plan, List<List<String>> statements) {
    var hazards = new ArrayList<List<Hazard>>();
    var speaking = new HashMap<ObjectId, Integer>();
    for (var i = 0; i < plan.steps().size(); i++) {
      hazards.add(new ArrayList<>(plan.steps().get(i).hazards()));
      if (!statements.get(i).isEmpty()) {
        speaking.putIfAbsent(plan.steps().get(i).step().id(), i);
      }
    }
    var steps = new ArrayList<Plan.Planned>();
    for (var i = 0; i < plan.steps().size(); i++) {
      if (statements.get(i).isEmpty() && !hazards.get(i).isEmpty()) {
        var worker = worker(plan.steps().get(i).step(), speaking);
        if (worker.isPresent()) {
          hazards.get(worker.get()).addAll(hazards.get(i));
        } else {
          refuseLoss(plan.steps().get(i).step(), hazards.get(i));
        }
        hazards.set(i, List.of());
      }
    }
    for (var i = 0; i < plan.steps().size(); i++) {
      var planned = plan.steps().get(i);
      steps.add(new Plan.Planned(planned.step(), hazards.get(i), planned.after()));
    }
    return new Plan(steps, plan.bodiesUnchecked());
  }

  /** What no statement does at all, such as giving an owner to whom it belongs, harms nobody. */
  private static void refuseLoss(Step step, List<Hazard> hazards) {
    for (var hazard : hazards) {
      if (hazard.type().destroysData() || hazard.type() == HazardType.MAY_FAIL_ON_DATA) {
        throw new IllegalStateException("no statement shows its hazards: " + step);
      }
    }
  }

  private Optional<Integer> worker(Step step, Map<ObjectId, Integer> speaking) {
    var said = surroundings.saidWith(step.id()).stream();
    var owner =
        surroundings.ownerBefore(step.id()).stream()
            .flatMap(it -> Stream.of(it, new ObjectId(ObjectKind.TABLE, it.qualifier())));
    return Stream.of(said, owner, Stream.of(step.id()))
        .flatMap(it -> it)
        .map(speaking::get)
        .filter(it -> it != null)
        .findFirst();
  }
}
