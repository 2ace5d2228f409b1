package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Strategy;
import java.util.List;

/** Decides for each step whether an online form is said or the direct one. */
final class OnlineForms {
  private final List<Technique> techniques;

  OnlineForms(Plan plan, Surroundings surroundings, Strategy strategy) {
    var stability = new Stability(plan, surroundings);
    var names = new SpareNames(surroundings.schemas());
    var notNull = new NotNullByCheck(names, surroundings, strategy);
    techniques =
        List.of(
            new ConcurrentIndex(surroundings, stability, names),
            new KeyByIndex(surroundings, stability, names),
            new LateValidation(stability, strategy),
            new ColumnThenFill(surroundings, stability, notNull),
            new PartitionMoves(surroundings, stability, names),
            new TypeByNewColumn(surroundings, stability, names, strategy),
            notNull);
  }

  Said say(Plan.Planned planned, List<String> direct) {
    for (var technique : techniques) {
      var said = technique.say(planned, direct);
      if (said.isPresent()) {
        return said.get();
      }
    }
    return direct.isEmpty() ? Said.NOTHING : Said.direct(planned, direct);
  }
}
