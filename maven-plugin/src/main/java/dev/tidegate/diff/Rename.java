package dev.tidegate.diff;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An object that keeps what it holds and gets another name.
 *
 * @param id under its old name
 * @param name its new name, without what it stands in
 */
public record Rename(ObjectId id, String name) {
  private static final Set<ObjectKind> ROUTINES =
      EnumSet.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);

  /** The identity after it. */
  public ObjectId renamed() {
    var path = new ArrayList<>(id.path());
    path.set(place(id), name);
    return new ObjectId(id.kind(), path);
  }

  /**
   * The identity of an object after all of these renames: its own, and those of what it stands in.
   *
   * @param renames under the names that they have before any of them
   */
  public static ObjectId after(ObjectId id, List<Rename> renames) {
    var path = new ArrayList<>(id.path());
    for (var rename : renames) {
      var before = rename.id();
      var length = before.path().size();
      var contains = length < id.path().size() && !ROUTINES.contains(before.kind());
      if (before.equals(id) || (contains && before.path().equals(id.path().subList(0, length)))) {
        path.set(place(before), rename.name());
      }
    }
    return new ObjectId(id.kind(), path);
  }

  /** The last name, without what it stands in and without a routine's argument types. */
  public static String ownName(ObjectId id) {
    return id.path().get(place(id));
  }

  /** What the object stands in, and a routine's argument types. */
  static List<String> container(ObjectId id) {
    var path = new ArrayList<>(id.path());
    path.remove(place(id));
    return path;
  }

  /** Whether a column gets the name, and not a table or another object. */
  public boolean ofColumn() {
    return id.kind() == ObjectKind.COLUMN;
  }

  /** Whether its name is followed by argument types. */
  public static boolean isRoutine(ObjectId id) {
    return ROUTINES.contains(id.kind());
  }

  private static int place(ObjectId id) {
    return id.path().size() - (isRoutine(id) ? 2 : 1);
  }
}
