package dev.tidegate.guard;

import dev.tidegate.plan.Hazard;
import dev.tidegate.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether all that destroys data was approved. What a file approves holds for that file, what the
 * parameter approves for all pending ones.
 *
 * @param given by the parameter
 * @param ofMany whether they were given for many databases, of which some need not have what an
 *     approval is about
 */
public record Approvals(List<Approval> given, boolean ofMany) {
  public Approvals {
    given = List.copyOf(given);
  }

  /** What the parameter approves for one database. */
  public Approvals(List<Approval> given) {
    this(given, false);
  }

  /** Whether this hazard of this file was approved. */
  public boolean approves(PendingHazards file, Hazard hazard) {
    return Stream.concat(given.stream(), file.approvals().stream())
        .anyMatch(approval -> approval.covers(hazard));
  }

  /**
   * Why these migrations are not applied: TG-3201 with every hazard that nobody approved, or
   * TG-1003 with every approval that is about none of them or about several objects of one name.
   * Empty when they may be.
   *
   * @param answers how much the live database would lose
   */
  public Optional<Problem> objections(List<PendingHazards> pending, LiveAnswers answers) {
    var unapproved = new ArrayList<GuardProblems.Unapproved>();
    for (var file : pending) {
      for (var hazard : file.destroying()) {
        if (!approves(file, hazard)) {
          unapproved.add(
              new GuardProblems.Unapproved(
                  file.script(), hazard, answers.amount(file.script(), hazard)));
        }
      }
    }
    if (!unapproved.isEmpty()) {
      return Optional.of(GuardProblems.notApproved(unapproved));
    }
    var misplaced = misplaced(pending);
    return misplaced.isEmpty()
        ? Optional.empty()
        : Optional.of(GuardProblems.badApprovals(misplaced));
  }

  private List<String> misplaced(List<PendingHazards> pending) {
    var lines = new ArrayList<String>();
    var all = pending.stream().flatMap(file -> file.approvable().stream()).toList();
    given.forEach(approval -> check(approval, all, lines));
    for (var file : pending) {
      file.approvals().forEach(approval -> check(approval, file.approvable(), lines));
    }
    return lines;
  }

  private void check(Approval approval, List<Hazard> hazards, List<String> lines) {
    var objects =
        hazards.stream()
            .filter(approval::covers)
            .map(hazard -> hazard.object().display())
            .distinct()
            .toList();
    if (objects.isEmpty() && ofMany && given.contains(approval)) {
      return;
    }
    if (objects.isEmpty()) {
      lines.add(approval.origin() + " matches nothing that a pending migration does");
    } else if (approval.object().isPresent()
        && objects.size() > 1
        && !objects.contains(approval.object().get())) {
      lines.add(approval.origin() + " could mean " + String.join(", ", objects));
    }
  }
}
