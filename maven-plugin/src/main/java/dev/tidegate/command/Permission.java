package dev.tidegate.command;

import dev.tidegate.guard.ConsentRule;
import dev.tidegate.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person has to have said before a coding agent does what cannot be undone.
 *
 * @param dryRun whether nothing is done anyway
 */
record Permission(ConsentRule rule, Labelling labelling, boolean dryRun) {

  /** What this plan does that cannot be undone, a line each. */
  List<String> deeds(DeployPlan plan) {
    var deeds = new ArrayList<String>();
    for (var file : plan.analysis().files()) {
      for (var hazard : file.destroying()) {
        deeds.add("%s: %s   [%s]".formatted(file.script(), hazard.message(), hazard.type().word()));
      }
    }
    deeds.addAll(labelling.deeds());
    return deeds;
  }

  /** TG-2206 where nobody has consented. */
  Optional<Problem> objection(List<String> deeds) {
    return dryRun ? Optional.empty() : rule.objection(deeds);
  }

  /** Writes a consent down before what it is about is done. */
  void given(List<String> deeds, String subject, DeployLedger ledger) {
    if (!dryRun) {
      rule.given(deeds)
          .ifPresent(
              consent -> {
                labelling.record(consent, subject);
                ledger.consented(consent);
              });
    }
  }
}
