package dev.tidegate.guard;

import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tables that stand under the name of one of ours in another schema, so that another search path
 * leads to the wrong one. Schemas with a history of their own are somebody else's.
 *
 * @param ours the schema that unqualified names lead to
 * @param foreign schemas that have a history of their own
 */
public record LookAlikes(String ours, Set<String> foreign) {
  private static final int SHOWN = 20;

  public LookAlikes {
    foreign = Set.copyOf(foreign);
  }

  /** Those of a database, where it has schemas. */
  public static List<String> of(
      DatabaseIdentity identity, Collection<ObjectId> live, Collection<ObjectId> expected) {
    return identity
        .schema()
        .map(ours -> new LookAlikes(ours, Set.copyOf(identity.histories())).lines(live, expected))
        .orElse(List.of());
  }

  /**
   * A line each.
   *
   * @param live tables of all schemas
   * @param expected tables that migrations build
   */
  List<String> lines(Collection<ObjectId> live, Collection<ObjectId> expected) {
    var names = new HashSet<String>();
    expected.stream().filter(this::isOurs).forEach(table -> names.add(table.name()));
    live.stream().filter(this::isOurs).forEach(table -> names.add(table.name()));
    var found = new TreeMap<String, List<String>>();
    for (var table : live) {
      if (names.contains(table.name()) && isElsewhere(table)) {
        found.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(table.display());
      }
    }
    var lines = new ArrayList<String>();
    found.forEach(
        (name, others) ->
            lines.add("%s.%s has a namesake: %s".formatted(ours, name, String.join(", ", others))));
    return lines.size() <= SHOWN ? lines : cut(lines);
  }

  private static List<String> cut(List<String> lines) {
    var shown = new ArrayList<>(lines.subList(0, SHOWN));
    shown.add("and " + (lines.size() - SHOWN) + " more");
    return shown;
  }

  private boolean isOurs(ObjectId table) {
    return table.qualifier().equals(List.of(ours));
  }

  private boolean isElsewhere(ObjectId table) {
    return table.qualifier().stream()
        .allMatch(schema -> !schema.equals(ours) && !foreign.contains(schema));
  }
}
