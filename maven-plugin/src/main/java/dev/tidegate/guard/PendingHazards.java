package dev.tidegate.guard;

import dev.tidegate.plan.Hazard;
import java.util.List;

/**
 * The harm that one pending migration does.
 *
 * @param script the file's path within the migrations folder
 * @param hazards in the order in which they were found
 * @param approvals what the file itself approves
 */
public record PendingHazards(String script, List<Hazard> hazards, List<Approval> approvals) {
  public PendingHazards {
    hazards = List.copyOf(hazards);
    approvals = List.copyOf(approvals);
  }

  /** The harm that needs approval. */
  public List<Hazard> destroying() {
    return hazards.stream().filter(hazard -> hazard.type().destroysData()).toList();
  }
}
