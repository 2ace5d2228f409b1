package dev.tidegate.guard;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objects that the names in a statement stand for.
 *
 * @param known those that a name can stand for
 * @param schema where unqualified names stand; empty where there are no name spaces
 */
record NamedObjects(Set<ObjectId> known, Optional<String> schema) {

  /** The table of this name; names compare as loosely as SQLite's do. */
  Optional<ObjectId> table(List<String> name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var path = new ArrayList<String>();
    schema.filter(space -> name.size() == 1).ifPresent(path::add);
    path.addAll(schema.isEmpty() ? name.subList(name.size() - 1, name.size()) : name);
    return find(ObjectKind.TABLE, String.join(".", path));
  }

  /**
   * The tables of this name. One that is not where unqualified names stand is looked for in every
   * schema, since a search path, also one that the file sets, can lead to any of them.
   *
   * @param everywhere whether it is looked for in every schema in any case
   */
  List<ObjectId> tables(List<String> name, boolean everywhere) {
    var here = table(name);
    if (name.size() != 1 || (here.isPresent() && !everywhere)) {
      return here.stream().toList();
    }
    return known.stream()
        .filter(id -> id.kind() == ObjectKind.TABLE && id.name().equalsIgnoreCase(name.get(0)))
        .sorted()
        .toList();
  }

  /** A table of this name that nobody knows. */
  ObjectId unknown(List<String> name) {
    var path = new ArrayList<String>();
    schema.filter(space -> name.size() == 1).ifPresent(path::add);
    path.addAll(name);
    return new ObjectId(ObjectKind.TABLE, path);
  }

  /** The column of a table that need not be known itself. */
  Optional<ObjectId> column(List<String> table, List<String> column) {
    var path = new ArrayList<String>();
    schema.filter(space -> table.size() == 1).ifPresent(path::add);
    path.addAll(table);
    path.addAll(column);
    return find(ObjectKind.COLUMN, String.join(".", path));
  }

  /** A schema. */
  Optional<ObjectId> namespace(List<String> name) {
    return find(ObjectKind.NAMESPACE, String.join(".", name));
  }

  /** The tables in a schema. */
  List<ObjectId> tablesOf(List<String> namespace) {
    return known.stream()
        .filter(id -> id.kind() == ObjectKind.TABLE && id.qualifier().equals(namespace))
        .toList();
  }

  private Optional<ObjectId> find(ObjectKind kind, String display) {
    return known.stream()
        .filter(id -> id.kind() == kind && id.display().equalsIgnoreCase(display))
        .findFirst();
  }
}
