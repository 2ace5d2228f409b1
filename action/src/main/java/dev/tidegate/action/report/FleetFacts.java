package dev.tidegate.action.report;

import dev.tidegate.action.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * What {@code deploy.json} says of many databases.
 *
 * @param targets each of them
 */
public record FleetFacts(List<TargetFact> targets) {
  public FleetFacts {
    targets = List.copyOf(targets);
  }

  /**
   * One of many databases.
   *
   * @param name by which it was named
   * @param outcome {@code applied}, {@code unchanged}, {@code pending}, {@code failed} …
   * @param planHash names what was pending there
   * @param pending scripts that were
   * @param applied how many were applied
   */
  public record TargetFact(
      String name, String outcome, String planHash, List<String> pending, long applied) {
    public TargetFact {
      pending = List.copyOf(pending);
    }

    static TargetFact read(Json json) {
      return new TargetFact(
          json.text("name"),
          json.text("outcome"),
          json.optionalText("planHash").orElse(""),
          json.texts("pending"),
          json.optionalNumber("applied").orElse(0));
    }
  }

  /** Reads a report; nothing where it is about one database. */
  public static Optional<FleetFacts> read(Json report) {
    return report
        .optionalObject("totals")
        .map(
            totals ->
                new FleetFacts(report.objects("targets").stream().map(TargetFact::read).toList()));
  }
}
