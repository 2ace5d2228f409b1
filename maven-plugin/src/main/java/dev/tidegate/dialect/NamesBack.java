package dev.tidegate.dialect;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Finds the renames that give the objects of a database the names that they had at an earlier
 * moment, so that both moments can be compared name by name. What was made since and took the name
 * of another object gets a {@linkplain #SPARE spare} one.
 */
public final class NamesBack {
  /** What the names of those begin with that were in the way. */
  public static final String SPARE = "tidegate_since_";

  private static final String PASSING = "tidegate_passing_";

  private final SortedMap<ObjectId, String> after;
  private final Set<ObjectId> taken;
  private final Map<String, ObjectId> wanted = new HashMap<>();
  private final Map<List<String>, List<String>> containers = new HashMap<>();
  private final List<Move> moves = new ArrayList<>();
  private boolean possible = true;

  /** One object of this name gets another one. */
  public record Move(ObjectId id, String name) {}

  private NamesBack(SortedMap<ObjectId, String> before, SortedMap<ObjectId, String> after) {
    this.after = after;
    this.taken = before.keySet();
    before.forEach((id, identity) -> wanted.put(identity, id));
  }

  /**
   * The renames in the order in which they can be made; empty where they would not be enough, as
   * when a table has gone to another name space.
   *
   * @param before names and identities of the earlier moment
   * @param after those of now
   * @param inherited columns that are renamed with those of another table
   */
  public static Optional<List<Move>> of(
      SortedMap<ObjectId, String> before,
      SortedMap<ObjectId, String> after,
      Predicate<ObjectId> inherited) {
    var names = new NamesBack(before, after);
    names.level(ObjectKind.NAMESPACE, id -> false);
    names.level(ObjectKind.TABLE, id -> false);
    names.types();
    names.level(ObjectKind.COLUMN, inherited);
    names.level(ObjectKind.ENUM, id -> false);
    return names.possible ? Optional.of(List.copyOf(names.moves)) : Optional.empty();
  }

  /** Swaps go through names of nobody. */
  private void level(ObjectKind kind, Predicate<ObjectId> passedOver) {
    var last = new ArrayList<Move>();
    for (var entry : after.entrySet()) {
      var id = entry.getKey();
      if (id.kind() != kind || passedOver.test(id)) {
        continue;
      }
      var now = new ObjectId(kind, contained(id.path()));
      var then = wanted.get(entry.getValue());
      if (then == null) {
        if (taken.contains(now)) {
          moved(id, now, SPARE + now.name());
        }
      } else if (!then.qualifier().equals(now.qualifier())) {
        possible &= kind != ObjectKind.TABLE;
      } else if (!then.name().equals(now.name())) {
        var passing = PASSING + last.size();
        moved(id, now, passing);
        last.add(new Move(named(now, passing), then.name()));
        containers.put(id.path(), then.path());
      }
    }
    moves.addAll(last);
  }

  /** An enum is known by its values only. */
  private void types() {
    var seen = new HashSet<List<String>>();
    for (var entry : after.entrySet()) {
      var label = entry.getKey();
      var then = wanted.get(entry.getValue());
      if (label.kind() == ObjectKind.ENUM && then != null && seen.add(label.qualifier())) {
        var now = contained(label.qualifier());
        var was = then.qualifier();
        if (!now.equals(was) && now.get(0).equals(was.get(0))) {
          moves.add(new Move(new ObjectId(ObjectKind.ENUM, now), was.get(was.size() - 1)));
          containers.put(label.qualifier(), was);
        }
      }
    }
  }

  private void moved(ObjectId id, ObjectId now, String name) {
    moves.add(new Move(now, name));
    containers.put(id.path(), named(now, name).path());
  }

  private static ObjectId named(ObjectId id, String name) {
    var path = new ArrayList<>(id.path());
    path.set(path.size() - 1, name);
    return new ObjectId(id.kind(), path);
  }

  /** The path with what it stands in renamed. */
  private List<String> contained(List<String> path) {
    for (var length = path.size() - 1; length > 0; length--) {
      var renamed = containers.get(path.subList(0, length));
      if (renamed != null) {
        var all = new ArrayList<>(renamed);
        all.addAll(path.subList(length, path.size()));
        return all;
      }
    }
    return path;
  }
}
