package dev.tidegate.command;

import dev.tidegate.copy.CopyOptions;
import dev.tidegate.copy.SchemaMaker;
import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.jdbc.Product;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.translate.SchemaTranslator;
import dev.tidegate.translate.Translation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the source's schema in a target that has no tables: as it is between databases of one
 * product, else translated.
 */
record CopySchema(Dialect from, Dialect to, CopyOptions options) implements SchemaMaker {
  /** What is built quicker over rows, checks them as a whole, or would fire on every one. */
  private static final Set<ObjectKind> AFTER_ROWS =
      EnumSet.of(
          ObjectKind.PRIMARY_KEY,
          ObjectKind.UNIQUE,
          ObjectKind.EXCLUSION,
          ObjectKind.INDEX,
          ObjectKind.FOREIGN_KEY,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.RULE,
          ObjectKind.TRIGGER);

  @Override
  public Creation statements(Connection source, Connection target) throws SQLException {
    var there = to.inspector().inspect(target, Scope.all());
    var selection = selection(source);
    var translation = translation(selection.schema(), target);
    var notes = new ArrayList<>(selection.notes());
    notes.addAll(translation.notes());
    var wanted = union(there, translation.schema());
    var late = late(wanted);
    var before = new ArrayList<String>();
    var after = new ArrayList<String>();
    for (Statement statement : to.statements(new Pair<>(there, wanted))) {
      (late.contains(statement.object()) ? after : before).add(statement.sql());
    }
    return new Creation(before, after, notes);
  }

  /** All of the source, or what the tables need that were asked for. */
  private Translation selection(Connection source) throws SQLException {
    // The same name spaces whose rows are copied
    var path = from.product() == to.product() ? List.<String>of() : searchPath(source);
    var namespaces = options.schemas().isEmpty() ? path : options.schemas();
    var all = from.inspector().inspect(source, new Scope(namespaces, List.of()));
    return options.selectsAll()
        ? new Translation(all, List.of())
        : SchemaSelection.of(all, options);
  }

  private List<String> searchPath(Connection source) throws SQLException {
    return from.live().facts(source).searchPath();
  }

  private Translation translation(Schema schema, Connection target) throws SQLException {
    if (from.product() == to.product()) {
      return new Translation(
          schema, schema.unmodelled().stream().map(it -> it + " was left out").toList());
    }
    return to.product() == Product.SQLITE
        ? SchemaTranslator.postgresToSqlite().translate(schema)
        : SchemaTranslator.sqliteToPostgres(to.live().facts(target).schema().orElse("public"))
            .translate(schema);
  }

  /** What is there stays; a name space that both have is one. */
  private static Schema union(Schema there, Schema wanted) {
    var objects = new TreeMap<ObjectId, SchemaObject>(wanted.objects());
    objects.putAll(there.objects());
    var dependencies = new TreeMap<ObjectId, Set<ObjectId>>(there.dependencies());
    wanted.dependencies().forEach(dependencies::putIfAbsent);
    return Schema.of(objects.values(), dependencies, List.of());
  }

  /** The objects that come after the rows, with all that needs one of them. */
  static Set<ObjectId> late(Schema schema) {
    var late = new HashSet<ObjectId>();
    var dependants = schema.dependants();
    var open = new ArrayList<ObjectId>();
    schema.objects().keySet().stream()
        .filter(id -> AFTER_ROWS.contains(id.kind()))
        .forEach(open::add);
    while (!open.isEmpty()) {
      var id = open.remove(open.size() - 1);
      if (late.add(id)) {
        open.addAll(dependants.getOrDefault(id, Set.of()));
      }
    }
    return late;
  }
}
