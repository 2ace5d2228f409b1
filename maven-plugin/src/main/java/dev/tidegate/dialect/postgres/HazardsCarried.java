package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * @throws IllegalStateException if a step has hazards that no statement would show
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
        hazards.get(worker(plan.steps().get(i).step(), speaking)).addAll(hazards.get(i));
        hazards.set(i, List.of());
      }
    }
    for (var i = 0; i < plan.steps().size(); i++) {
      var planned = plan.steps().get(i);
      steps.add(new Plan.Planned(planned.step(), hazards.get(i), planned.after()));
    }
    return new Plan(steps, plan.bodiesUnchecked());
  }

  private int worker(Step step, Map<ObjectId, Integer> speaking) {
    var said = surroundings.saidWith(step.id()).stream();
    var owner =
        surroundings.ownerBefore(step.id()).stream()
            .flatMap(it -> Stream.of(it, new ObjectId(ObjectKind.TABLE, it.qualifier())));
    return Stream.of(said, owner, Stream.of(step.id()))
        .flatMap(it -> it)
        .map(speaking::get)
        .filter(it -> it != null)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no statement shows its hazards: " + step));
  }
}
