package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.Trigger;
import dev.tidegate.schema.View;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What needs what. SQLite records nothing of it, so names are found among the words of a text: more
 * than it needs, never less. Foreign keys are left out: <a
 * href="https://sqlite.org/foreignkeys.html">their table may be missing</a>.
 */
final class Dependencies {
  private final Collection<SchemaObject> objects;
  private final Map<String, ObjectId> relations = new HashMap<>();
  private final Map<ObjectId, Map<String, ObjectId>> columns = new HashMap<>();

  Dependencies(Collection<SchemaObject> objects) {
    this.objects = objects;
    for (var object : objects) {
      if (object instanceof Table || object instanceof View) {
        relations.put(SqliteIdentifiers.fold(object.id().name()), object.id());
      } else if (object instanceof Column column) {
        columns
            .computeIfAbsent(column.table(), key -> new HashMap<>())
            .put(SqliteIdentifiers.fold(column.id().name()), column.id());
      }
    }
  }

  /** For each object that needs others, those. */
  Map<ObjectId, Set<ObjectId>> all() {
    var all = new TreeMap<ObjectId, Set<ObjectId>>();
    for (var object : objects) {
      if (object instanceof View view) {
        all.put(view.id(), named(view.query(), new TreeSet<>()));
      } else if (object instanceof Trigger trigger) {
        all.put(trigger.id(), named(trigger.definition(), new TreeSet<>()));
      } else if (object instanceof Index index) {
        all.put(index.id(), columnsOf(index));
      }
    }
    return all;
  }

  private Set<ObjectId> named(String sql, Set<ObjectId> found) {
    var words = words(sql);
    words.forEach(
        word -> {
          var relation = relations.get(word);
          if (relation != null) {
            found.add(relation);
          }
        });
    for (var table : List.copyOf(found)) {
      columns
          .getOrDefault(table, Map.of())
          .forEach(
              (name, column) -> {
                if (words.contains(name)) {
                  found.add(column);
                }
              });
    }
    return found;
  }

  private Set<ObjectId> columnsOf(Index index) {
    var found = new TreeSet<ObjectId>();
    var known = columns.getOrDefault(index.table(), Map.of());
    for (var key : index.keys()) {
      addColumns(key.expression(), known, found);
    }
    index.where().ifPresent(where -> addColumns(where, known, found));
    return found;
  }

  private static void addColumns(String sql, Map<String, ObjectId> known, Set<ObjectId> found) {
    for (var word : words(sql)) {
      var column = known.get(word);
      if (column != null) {
        found.add(column);
      }
    }
  }

  /** Every word that may be a name, folded. */
  private static Set<String> words(String sql) {
    var words = new HashSet<String>();
    for (var token : Tokenizer.tokens(sql)) {
      if (token.kind() == Kind.WORD || token.quotedName() || token.kind() == Kind.STRING) {
        words.add(SqliteIdentifiers.fold(token.value()));
      }
    }
    return words;
  }
}
