package dev.tidegate.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an object looks like under whatever name, as words that two looks can share.
 *
 * @param structure what it is made of
 * @param surroundings where it stands and what uses it
 */
record Look(Set<String> structure, Set<String> surroundings) {
  private static final double STRUCTURE = 0.7;

  Look {
    structure = Set.copyOf(structure);
    surroundings = Set.copyOf(surroundings);
  }

  Look(List<String> structure, List<String> surroundings) {
    this(Set.copyOf(structure), Set.copyOf(surroundings));
  }

  /** The share of structure that two have in common, from 0 to 1. */
  double structureLike(Look other) {
    return share(structure, other.structure);
  }

  /** How much two look alike in all, from 0 to 1. */
  double like(Look other) {
    var alike = structureLike(other);
    if (surroundings.isEmpty() && other.surroundings.isEmpty()) {
      return alike;
    }
    return STRUCTURE * alike + (1 - STRUCTURE) * share(surroundings, other.surroundings);
  }

  /** How much two names look alike, from 0 to 1: their pairs of letters in common. */
  static double names(String one, String other) {
    return share(pairs(one), pairs(other));
  }

  /** How many words of structure two have in common. */
  long common(Look other) {
    return structure.stream().filter(other.structure::contains).count();
  }

  private static Set<String> pairs(String name) {
    var pairs = new HashSet<String>();
    for (var i = 0; i < name.length(); i++) {
      pairs.add(name.substring(i, Math.min(i + 2, name.length())));
    }
    return pairs;
  }

  private static double share(Set<String> one, Set<String> other) {
    var common = one.stream().filter(other::contains).count();
    var all = one.size() + other.size() - common;
    return all == 0 ? 0 : (double) common / all;
  }
}
