package dev.tidegate.copy;

import java.util.Optional;
import java.util.Set;

/**
 * The type of a column, resolved by the catalogue: domains are taken down to their base.
 *
 * @param family how it is converted
 * @param name as the database prints it, for messages and casts
 * @param limit characters of varchar(n) and char(n), digits after the point of a second for times,
 *     precision of a numeric; empty where the type has none
 * @param scale digits after the point of a numeric that has a precision
 * @param labels of an enumeration
 * @param strict of a STRICT table of SQLite, which refuses other storage classes
 */
record ColumnType(
    Family family,
    String name,
    Optional<Integer> limit,
    int scale,
    Set<String> labels,
    boolean strict) {
  ColumnType {
    labels = Set.copyOf(labels);
  }

  /** A column of SQLite. */
  static ColumnType dynamic(String declared, boolean strict) {
    return new ColumnType(Family.DYNAMIC, declared, Optional.empty(), 0, Set.of(), strict);
  }

  /** What SQLite does to values here; only asked of SQLite's columns. */
  Affinity affinity() {
    // https://www.sqlite.org/stricttables.html: ANY in a STRICT table keeps values as they are
    return strict && name.equalsIgnoreCase("ANY") ? Affinity.NONE : Affinity.of(name);
  }
}
