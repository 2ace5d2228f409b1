package dev.tidegate.guard;

import dev.tidegate.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Whether unqualified names lead to where the history of the database is. A search path that was
 * changed makes a database look empty, and everything would be built anew beside the data.
 *
 * @param named whether the URL names the schema, so that nothing else decides
 */
public record HistoryPlace(DatabaseIdentity identity, boolean named) {

  /** TG-2205 where the search path leads past the history, or nowhere; empty when all is well. */
  public Optional<Problem> objection() {
    if (named || identity.host().isEmpty() || isHere()) {
      return Optional.empty();
    }
    if (!identity.histories().isEmpty()) {
      return Optional.of(GuardProblems.historyElsewhere(identity));
    }
    return identity.schema().isEmpty() || !identity.vanished().isEmpty()
        ? Optional.of(GuardProblems.searchPathVanished(identity))
        : Optional.empty();
  }

  /** What a reader should know where nothing is refused. */
  public List<String> notes() {
    if (identity.host().isEmpty() || isHere() || identity.histories().isEmpty()) {
      return List.of();
    }
    return List.of(
        "schema %s has no migration history; there is one in %s"
            .formatted(
                identity.schema().orElse("(none)"), String.join(", ", identity.histories())));
  }

  private boolean isHere() {
    return identity.schema().filter(identity.histories()::contains).isPresent();
  }
}
