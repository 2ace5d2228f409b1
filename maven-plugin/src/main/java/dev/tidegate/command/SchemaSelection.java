package dev.tidegate.command;

import dev.tidegate.copy.CopyOptions;
import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import dev.tidegate.translate.Translation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The part of a schema that some of its tables need: they, what stands in them, the types,
 * sequences and routines that they use. What needs a table that is left out is left out with it,
 * and said.
 */
final class SchemaSelection {
  private final Schema schema;
  private final CopyOptions options;
  private final Map<ObjectId, Set<ObjectId>> dependants;

  private SchemaSelection(Schema schema, CopyOptions options) {
    this.schema = schema;
    this.options = options;
    dependants = schema.dependants();
  }

  /** The part for the tables that the options ask for; all that is not excluded if none is. */
  static Translation of(Schema schema, CopyOptions options) {
    return new SchemaSelection(schema, options).select();
  }

  private Translation select() {
    var tables = tables();
    var lost = lost(tables);
    var parts = parts(tables);
    var wanted = options.tables().isEmpty() ? schema.objects().keySet() : parts;
    var kept = needed(wanted.stream().filter(id -> !lost.contains(id)).toList());
    schema.objects().keySet().stream()
        .filter(id -> id.kind() == ObjectKind.NAMESPACE)
        .filter(id -> kept.stream().anyMatch(other -> other.path().get(0).equals(id.name())))
        .toList()
        .forEach(kept::add);
    var objects =
        schema.objects().values().stream().filter(object -> kept.contains(object.id())).toList();
    return new Translation(
        Schema.of(objects, schema.dependencies(), schema.unmodelled()), notes(kept, parts));
  }

  /**
   * Wanted ones, with the parents that they inherit from and the partitions that hold their rows.
   */
  private Set<ObjectId> tables() {
    var tables = new TreeSet<ObjectId>();
    var open = new ArrayDeque<ObjectId>();
    schema.all(Table.class).stream()
        .filter(table -> table.partition().isEmpty() && options.selects(table.id().path()))
        .forEach(table -> open.add(table.id()));
    while (!open.isEmpty()) {
      var id = open.remove();
      if (!tables.add(id)) {
        continue;
      }
      for (var table : schema.all(Table.class)) {
        if (table.id().equals(id)) {
          open.addAll(table.inherits());
        } else if (table.partition().filter(it -> it.parent().equals(id)).isPresent()) {
          open.add(table.id());
        }
      }
    }
    return tables;
  }

  /** The other tables, what else is excluded, and all that cannot be without one of them. */
  private Set<ObjectId> lost(Set<ObjectId> tables) {
    var others =
        schema.all(Table.class).stream()
            .map(Table::id)
            .filter(id -> !tables.contains(id))
            .collect(Collectors.toCollection(TreeSet::new));
    var open = new ArrayDeque<ObjectId>(others);
    var excluded = new Scope(List.of(), options.exclude());
    schema.objects().values().stream()
        .filter(object -> object.parent().isEmpty() && excluded.excludes(object.id()))
        .filter(object -> !tables.contains(object.id()))
        .forEach(object -> open.add(object.id()));
    // SQLite's foreign keys may name a table that is not there, so no dependency tells of it
    schema.all(ForeignKey.class).stream()
        .filter(key -> others.contains(key.referencedTable()))
        .forEach(key -> open.add(key.id()));
    return closure(open, dependants);
  }

  /** The tables, and what stands in them. */
  private Set<ObjectId> parts(Set<ObjectId> tables) {
    var parts = new TreeSet<ObjectId>(tables);
    var before = -1;
    while (before < parts.size()) {
      before = parts.size();
      for (var object : schema.objects().values()) {
        if (object.parent().filter(parts::contains).isPresent()) {
          parts.add(object.id());
        }
      }
    }
    return parts;
  }

  private Set<ObjectId> needed(Collection<ObjectId> of) {
    return closure(new ArrayDeque<>(of), schema.dependencies());
  }

  private static Set<ObjectId> closure(
      ArrayDeque<ObjectId> open, Map<ObjectId, Set<ObjectId>> edges) {
    var reached = new TreeSet<ObjectId>();
    while (!open.isEmpty()) {
      var id = open.remove();
      if (reached.add(id)) {
        open.addAll(edges.getOrDefault(id, Set.of()));
      }
    }
    return reached;
  }

  private List<String> notes(Set<ObjectId> kept, Set<ObjectId> parts) {
    var notes = new ArrayList<String>();
    var others =
        schema.objects().values().stream()
            .filter(object -> object.parent().isEmpty() && !kept.contains(object.id()))
            .map(SchemaObject::id)
            .map(ObjectId::toString)
            .toList();
    if (!others.isEmpty()) {
      notes.add(
          "not created, since the tables asked for do not need it: " + String.join(", ", others));
    }
    for (var id : parts) {
      if (!kept.contains(id)) {
        notes.add(id + " was not created, since it needs a table that is not copied");
      }
    }
    return notes;
  }
}
