package dev.tidegate.guard;

import dev.tidegate.render.Cost;
import java.util.Optional;

/**
 * What brings a hazard about.
 *
 * @param statement its number within its file, from 1
 * @param lock that it holds on what the hazard is about, where that is known
 */
public record Cause(int statement, Optional<Cost.Lock> lock) {

  /** The lock as it is said, {@code ACCESS EXCLUSIVE on public.users}. */
  public Optional<String> lockText() {
    return lock.map(it -> it.mode() + " on " + it.relation().display());
  }
}
