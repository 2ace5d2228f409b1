package dev.tidegate.diff;

import dev.tidegate.schema.Aggregate;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.MaterializedView;
import dev.tidegate.schema.Namespace;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Sequence;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The looks of one schema's objects. */
final class Looks {
  private final Schema schema;
  private final Parts parts;
  private final Map<ObjectId, Set<ObjectId>> dependants;
  private final Map<String, List<String>> members = new HashMap<>();

  Looks(Schema schema) {
    this.schema = schema;
    this.parts = new Parts(schema);
    this.dependants = schema.dependants();
    for (var id : schema.objects().keySet()) {
      if (id.path().size() > 1) {
        members
            .computeIfAbsent(id.path().get(0), key -> new ArrayList<>())
            .add(id.kind() + " " + id.path().subList(1, id.path().size()));
      }
    }
  }

  Look of(SchemaObject object) {
    if (object instanceof Table table) {
      return table(table);
    }
    if (object instanceof Column column) {
      return column(column);
    }
    return new Look(structure(object), users(object.id()));
  }

  private Look table(Table table) {
    var columns = new ArrayList<String>();
    for (var column : parts.of(table.id(), Column.class)) {
      columns.add(column.id().name() + " " + column.type());
    }
    var around = new ArrayList<String>();
    parts.of(table.id(), Key.class).forEach(key -> around.add("key " + key.columns()));
    for (var key : parts.of(table.id(), ForeignKey.class)) {
      around.add(key.columns() + " to " + key.referencedTable());
    }
    users(table.id()).stream().filter(user -> !around.contains(user)).forEach(around::add);
    return new Look(distinct(columns), distinct(around));
  }

  private Look column(Column column) {
    var all = parts.of(column.table(), Column.class);
    var place = all.indexOf(column);
    var around = new ArrayList<String>(users(column.id()));
    around.add("after " + (place > 0 ? all.get(place - 1).id().name() : ""));
    around.add("place " + place);
    around.add("not null " + column.notNull());
    parts.of(column.id(), Default.class).forEach(it -> around.add("default " + it.expression()));
    return new Look(List.of(column.type()), distinct(around));
  }

  /** What needs the object, other than its own parts. */
  private List<String> users(ObjectId id) {
    return dependants.getOrDefault(id, Set.of()).stream()
        .filter(user -> !startsWith(user.path(), id.path()))
        .map(ObjectId::toString)
        .toList();
  }

  private static boolean startsWith(List<String> path, List<String> start) {
    return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
  }

  private List<String> structure(SchemaObject object) {
    if (object instanceof EnumType type) {
      return type.labels();
    }
    if (object instanceof Domain domain) {
      var checks = domain.checks().stream().map(Domain.Check::expression);
      return distinct(Stream.concat(Stream.of(domain.type()), checks).toList());
    }
    if (object instanceof CompositeType type) {
      return type.attributes().stream().map(it -> it.name() + " " + it.type()).toList();
    }
    if (object instanceof Definition definition) {
      return definition.attributes().entrySet().stream().map(Object::toString).toList();
    }
    if (object instanceof Namespace) {
      return distinct(members.getOrDefault(object.id().name(), List.of()));
    }
    return said(object);
  }

  /** Objects that are mostly one text. */
  private List<String> said(SchemaObject object) {
    if (object instanceof View view) {
      return distinct(Arrays.asList(view.query().split("\\W+")));
    }
    if (object instanceof MaterializedView view) {
      return distinct(Arrays.asList(view.query().split("\\W+")));
    }
    if (object instanceof Routine it) {
      var body = it.body().isEmpty() ? afterName(it.definition()) : it.body();
      return List.of(it.arguments() + " " + it.result() + " " + it.language() + " " + body);
    }
    if (object instanceof Aggregate it) {
      return List.of(it.arguments() + " " + it.result() + " " + it.definition());
    }
    if (object instanceof Sequence it && !isOwned(it.id())) {
      return List.of(
          String.join(
              " ",
              it.type(),
              it.start() + " " + it.increment() + " " + it.minimum() + " " + it.maximum(),
              it.cache() + " " + it.cycles()));
    }
    return List.of();
  }

  /** The sequence of a serial column comes and goes with the column. */
  private boolean isOwned(ObjectId sequence) {
    return schema.holds(new ObjectId(dev.tidegate.schema.ObjectKind.OWNED_BY, sequence.path()));
  }

  private static String afterName(String definition) {
    var open = definition.indexOf('(');
    return open < 0 ? definition : definition.substring(open);
  }

  private static List<String> distinct(List<String> words) {
    return words.stream().distinct().toList();
  }
}
