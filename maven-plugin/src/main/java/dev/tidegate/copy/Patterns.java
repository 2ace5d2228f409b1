package dev.tidegate.copy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names: patterns of the user, and names that are one in two databases. */
final class Patterns {
  private Patterns() {}

  /** Whether one of the patterns, in which {@code *} is any text, names this table. */
  static boolean match(List<String> patterns, List<String> path) {
    return patterns.stream().anyMatch(pattern -> match(pattern, path));
  }

  /** Whether the pattern names this table, by its path with dots or its last name. */
  static boolean match(String pattern, List<String> path) {
    var regex = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    return regex.matcher(String.join(".", path)).matches()
        || regex.matcher(path.get(path.size() - 1)).matches();
  }

  /** The name without what tells snake case from camel case. */
  static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
