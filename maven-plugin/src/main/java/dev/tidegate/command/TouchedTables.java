package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the tables of {@code from} whose rows a statement can reach. */
final class TouchedTables {
  private static final Set<ObjectKind> TYPES =
      EnumSet.of(
          ObjectKind.ENUM,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.BASE_TYPE);

  private final Pair<Schema> schemas;
  private final Map<ObjectId, Set<ObjectId>> dependants;
  private final Map<ObjectId, ObjectId> oldNames = new HashMap<>();
  private final Set<ObjectId> elsewhere = new HashSet<>();

  TouchedTables(Pair<Schema> schemas, List<Rename> renames) {
    this.schemas = schemas;
    this.dependants = schemas.from().dependants();
    for (var table : schemas.from().all(Table.class)) {
      oldNames.put(Rename.after(table.id(), renames), table.id());
      // A rename of several levels passes through names between.
      oldNames.putIfAbsent(table.id(), table.id());
    }
    Stream.of(schemas.from(), schemas.to()).forEach(this::addElsewhere);
  }

  /** The tables, as {@code from} calls them. */
  Set<ObjectId> of(Collection<Statement> statements) {
    var found = new TreeSet<ObjectId>();
    statements.forEach(statement -> found.addAll(of(statement)));
    found.removeAll(elsewhere);
    return found;
  }

  /** Foreign tables, and those whose queries reach them: their rows lie on another server. */
  private void addElsewhere(Schema schema) {
    var unseen = new ArrayDeque<Table>();
    schema.all(Table.class).stream().filter(Table::foreign).forEach(unseen::add);
    while (!unseen.isEmpty()) {
      var table = unseen.remove();
      elsewhere.add(oldNames.getOrDefault(table.id(), table.id()));
      Stream.concat(
              table.inherits().stream(), table.partition().map(Table.Partition::parent).stream())
          .forEach(parent -> schema.find(parent).map(Table.class::cast).ifPresent(unseen::add));
    }
  }

  Set<ObjectId> of(Statement statement) {
    var found = new TreeSet<ObjectId>();
    add(statement.object(), found);
    statement.hazards().forEach(hazard -> add(hazard.object(), found));
    return found;
  }

  private void add(ObjectId id, Set<ObjectId> found) {
    var object = schemas.from().find(id).or(() -> schemas.to().find(id));
    object.flatMap(this::table).map(oldNames::get).ifPresent(found::add);
    for (var length = 1; length <= id.path().size(); length++) {
      var table = oldNames.get(new ObjectId(ObjectKind.TABLE, id.path().subList(0, length)));
      if (table != null) {
        found.add(table);
      }
    }
    if (TYPES.contains(id.kind())) {
      users(id)
          .forEach(user -> schemas.from().find(user).flatMap(this::table).ifPresent(found::add));
    }
  }

  private Optional<ObjectId> table(SchemaObject object) {
    if (object instanceof Table) {
      return Optional.of(object.id());
    }
    return object
        .parent()
        .flatMap(parent -> schemas.from().find(parent).or(() -> schemas.to().find(parent)))
        .flatMap(this::table);
  }

  /** What depends on a type: columns, and other types with their columns. */
  private Set<ObjectId> users(ObjectId type) {
    var found = new HashSet<ObjectId>();
    var unseen = new ArrayDeque<ObjectId>(List.of(type));
    while (!unseen.isEmpty()) {
      for (var user : dependants.getOrDefault(unseen.remove(), Set.of())) {
        var follows = TYPES.contains(user.kind()) || user.kind() == ObjectKind.COLUMN;
        if (follows && found.add(user) && TYPES.contains(user.kind())) {
          unseen.add(user);
        }
      }
    }
    return found;
  }
}
