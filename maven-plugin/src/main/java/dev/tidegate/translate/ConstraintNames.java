package dev.tidegate.translate;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives constraints the names that PostgreSQL would give them: {@code table_column_key}, at most 63
 * bytes, unlike any other (its function makeObjectName). Not safe for several threads.
 */
final class ConstraintNames {
  private static final int LONGEST = 63;

  private final Set<String> taken = new HashSet<>();

  /** Takes a name out of the choice. */
  boolean take(String name) {
    return taken.add(name);
  }

  /** A name that is taken from now on. */
  String choose(String table, List<String> columns, String label) {
    var ending = label;
    var name = make(table, String.join("_", columns), ending);
    for (var count = 1; !taken.add(name); count++) {
      ending = label + count;
      name = make(table, String.join("_", columns), ending);
    }
    return name;
  }

  /** Cuts the longer of table and columns until all of it fits. */
  private static String make(String table, String columns, String label) {
    var one = table;
    var two = columns;
    var rest = LONGEST - bytes(label) - 1 - (two.isEmpty() ? 0 : 1);
    while (bytes(one) + bytes(two) > rest) {
      if (bytes(one) > bytes(two)) {
        one = shorter(one);
      } else {
        two = shorter(two);
      }
    }
    return one + (two.isEmpty() ? "" : "_" + two) + "_" + label;
  }

  private static String shorter(String name) {
    return name.substring(0, name.offsetByCodePoints(name.length(), -1));
  }

  static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
