package dev.tidegate.guard;

import dev.tidegate.plan.Hazard;
import java.util.List;
import java.util.stream.Stream;

/**
 * The harm that one pending migration does.
 *
 * @param script the file's path within the migrations folder
 * @param hazards in the order in which they were found
 * @param moot what it does to objects that the database does not have yet, so that nothing is lost;
 *     an approval of it is not misplaced
 * @param approvals what the file itself approves
 */
public record PendingHazards(
    String script, List<Hazard> hazards, List<Hazard> moot, List<Approval> approvals) {
  public PendingHazards {
    hazards = List.copyOf(hazards);
    moot = List.copyOf(moot);
    approvals = List.copyOf(approvals);
  }

  /** The harm that needs approval. */
  public List<Hazard> destroying() {
    return hazards.stream().filter(hazard -> hazard.type().destroysData()).toList();
  }

  /** Whatever an approval may be about. */
  public List<Hazard> approvable() {
    return Stream.concat(hazards.stream(), moot.stream())
        .filter(hazard -> hazard.type().destroysData())
        .toList();
  }
}
