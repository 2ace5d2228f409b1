package dev.tidegate.guard;

import dev.tidegate.plan.Hazard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the live database answered about a hazard of a pending migration.
 *
 * @param script the migration
 * @param value how many; empty where it is not known
 * @param text the answer in words
 * @param why it is not exact, or stops nothing although it is
 * @param stops whether the migration is certain to fail
 * @param keys of up to five of the rows that make it fail
 */
public record Probed(
    String script,
    Hazard hazard,
    Optional<Long> value,
    Precision precision,
    String text,
    Optional<String> why,
    boolean stops,
    List<String> keys) {
  public Probed {
    keys = List.copyOf(keys);
  }

  /** How well a value is known. */
  public enum Precision {
    EXACT,
    /** From the planner's statistics, or as of some moment. */
    ESTIMATED,
    UNKNOWN;

    /** As reports have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
