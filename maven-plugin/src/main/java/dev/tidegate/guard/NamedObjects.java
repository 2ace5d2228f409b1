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
