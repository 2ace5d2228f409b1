package dev.tidegate.guard;

import dev.tidegate.plan.Hazard;
import dev.tidegate.problem.Problem;
import java.util.List;
import java.util.Optional;

/** All that the live database answered before a deploy touched it, in the order of the files. */
public record LiveAnswers(List<Probed> all) {
  public LiveAnswers {
    all = List.copyOf(all);
  }

  /** Nothing was asked. */
  public static LiveAnswers none() {
    return new LiveAnswers(List.of());
  }

  /** How much a hazard is about: {@code 0 rows}; empty where it is not known. */
  Optional<String> amount(String script, Hazard hazard) {
    return all.stream()
        .filter(it -> it.script().equals(script) && it.hazard().type() == hazard.type())
        .filter(it -> it.hazard().object().equals(hazard.object()) && it.value().isPresent())
        .findFirst()
        .map(
            it ->
                (it.precision() == Probed.Precision.ESTIMATED ? "about " : "")
                    + new ProbeWords(hazard).amount(it.value().orElse(0L)));
  }

  /** TG-2301 with every migration that is certain to fail, and why. */
  public Optional<Problem> objection() {
    var stopping = all.stream().filter(Probed::stops).toList();
    return stopping.isEmpty()
        ? Optional.empty()
        : Optional.of(GuardProblems.certainToFail(stopping));
  }
}
