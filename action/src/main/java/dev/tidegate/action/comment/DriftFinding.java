package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.Origin;
import dev.tidegate.action.comment.ReviewComment.Subject;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import java.util.List;
import java.util.Optional;

/**
 * How a database was found by a look at it. Secrets have to be masked in it already.
 *
 * @param subject which of a repository's databases this is about
 * @param drift how it differs from what its migrations build, a line each
 * @param compared whether it was compared, so that no drift means that there is none
 * @param obstacle why a deploy would be refused, as a migration that failed half-way
 * @param origin the run that looked
 */
public record DriftFinding(
    Subject subject,
    List<String> drift,
    boolean compared,
    Optional<Trouble> obstacle,
    Origin origin) {
  public DriftFinding {
    drift = List.copyOf(drift);
  }

  /** Whether somebody has to do something. */
  public boolean isTrouble() {
    return !drift.isEmpty() || obstacle.isPresent();
  }

  /** Whether all is well, and not merely unknown. */
  public boolean isWell() {
    return compared && !isTrouble();
  }

  /** Names what was found: the same findings have the same. */
  String fingerprint() {
    return SqlBlock.hash(
        String.join("\n", drift) + "\n\n" + obstacle.map(Trouble::summary).orElse(""));
  }
}
