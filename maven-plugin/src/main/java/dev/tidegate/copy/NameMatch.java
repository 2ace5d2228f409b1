package dev.tidegate.copy;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Finds what is meant by a name: the same name, else the same but for case, else the same but for
 * case and underscores, so that {@code createdAt} is {@code created_at}.
 *
 * @param <T> what has names
 */
final class NameMatch<T> {
  private static final List<BiPredicate<String, String>> DEGREES =
      List.of(
          String::equals,
          String::equalsIgnoreCase,
          (one, other) -> Patterns.folded(one).equals(Patterns.folded(other)));

  private final List<T> candidates;
  private final Function<T, String> name;

  NameMatch(List<T> candidates, Function<T, String> name) {
    this.candidates = List.copyOf(candidates);
    this.name = name;
  }

  /** All that the closest degree finds: none, one, or several that cannot be told apart. */
  List<T> find(String wanted) {
    for (var degree : DEGREES) {
      var found =
          candidates.stream()
              .filter(candidate -> degree.test(name.apply(candidate), wanted))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
