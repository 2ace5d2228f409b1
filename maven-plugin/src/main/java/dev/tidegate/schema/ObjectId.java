package dev.tidegate.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The name by which an object is the same object in two schemas.
 *
 * @param kind what it is
 * @param path its name with everything it stands in, outermost first: {@code [public, users,
 *     email]} for a column on PostgreSQL, {@code [users, email]} on SQLite; a routine ends in its
 *     argument types, {@code [public, area, (integer, integer)]}; a comment's path is the kind and
 *     the path of what it describes, as is that of an owner; a security label's starts with its
 *     provider, a privilege's with who has it and, unless it was the owner, who gave it
 */
public record ObjectId(ObjectKind kind, List<String> path) implements Comparable<ObjectId> {
  private static final Set<ObjectKind> ROUTINES =
      EnumSet.of(
          ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE, ObjectKind.OPERATOR);
  private static final Comparator<ObjectId> ORDER =
      Comparator.comparing(ObjectId::kind).thenComparing(ObjectId::path, ObjectId::comparePaths);

  public ObjectId {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("an object needs a name");
    }
  }

  /** An identity from its parts. */
  public static ObjectId of(ObjectKind kind, String... path) {
    return new ObjectId(kind, List.of(path));
  }

  /** The identity of something that stands in this: the same path with one more name. */
  public ObjectId member(ObjectKind memberKind, String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return new ObjectId(memberKind, longer);
  }

  /** The last name of the path. */
  public String name() {
    return path.get(path.size() - 1);
  }

  /** The path without its last name; empty where there is no more. */
  public List<String> qualifier() {
    return path.subList(0, path.size() - 1);
  }

  /**
   * The name as hazards and parameters have it: the path with dots, {@code public.users.email}; a
   * routine's argument types follow its name, {@code public.area(integer)}; a comment goes by what
   * it describes.
   */
  public String display() {
    return switch (kind) {
      case COMMENT -> "on " + subject(0);
      case OWNER -> "of " + subject(0);
      case SECURITY_LABEL -> path.get(0) + " on " + subject(1);
      case PRIVILEGE -> {
        var by = path.get(1).isEmpty() ? "" : " by " + path.get(1);
        yield path.get(0) + " on " + subject(2) + by;
      }
      default -> dotted();
    };
  }

  private String dotted() {
    var dots = String.join(".", path);
    return ROUTINES.contains(kind) ? dots.replace(".(", "(") : dots;
  }

  /** What a comment, an owner, a label or a privilege is about; it follows so many words. */
  private ObjectId subject(int words) {
    return new ObjectId(ObjectKind.valueOf(path.get(words)), path.subList(words + 1, path.size()));
  }

  @Override
  public int compareTo(ObjectId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind.word() + " " + display();
  }

  private static int comparePaths(List<String> one, List<String> other) {
    for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
      var order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
