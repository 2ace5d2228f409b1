package dev.tidegate.guard;

import dev.tidegate.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which plan was reviewed, so that no other one is applied.
 *
 * @param hash names it; where it is empty the reviewed plan's own counts
 * @param reviewed what it said, where its report was kept
 */
public record PlanRule(Optional<String> hash, Optional<ReviewedPlan> reviewed) {

  /**
   * TG-2207 where another plan is pending, with what differs as far as it is known.
   *
   * @param actual the hash of what is pending
   * @param rest whether what is pending is left of the plan of this hash, since a deploy stopped
   */
  public Optional<Problem> objection(
      String actual, Predicate<String> rest, List<PlannedFile> pending) {
    return hash.or(() -> reviewed.map(ReviewedPlan::hash))
        .filter(wanted -> !wanted.equalsIgnoreCase(actual) && !rest.test(wanted))
        .map(wanted -> GuardProblems.planDiffers(wanted, actual, lines(wanted, pending)));
  }

  private List<String> lines(String wanted, List<PlannedFile> pending) {
    var known = reviewed.filter(plan -> plan.hash().equalsIgnoreCase(wanted));
    if (known.isPresent()) {
      return known.get().difference(pending);
    }
    var lines = new ArrayList<String>();
    lines.add(
        reviewed.isPresent()
            ? "the report of the reviewed plan is of yet another one, " + reviewed.get().hash()
            : "what was reviewed is not known here; this is pending, with a hash a statement:");
    lines.addAll(ReviewedPlan.listed(pending));
    return lines;
  }
}
