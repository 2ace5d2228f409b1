package dev.tidegate.translate;

import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Constraints and indexes of a PostgreSQL schema in SQLite's terms. */
final class SqliteConstraints {
  private static final String ON = "true";

  private final PostgresToSqlite schema;

  SqliteConstraints(PostgresToSqlite schema) {
    this.schema = schema;
  }

  void all() {
    each(Key.class, Key::table).forEach(this::key);
    each(CheckConstraint.class, CheckConstraint::table).forEach(this::check);
    each(ForeignKey.class, ForeignKey::table).forEach(this::foreignKey);
    each(Index.class, Index::table).forEach(this::index);
  }

  private <T extends SchemaObject> List<T> each(Class<T> type, Function<T, ObjectId> table) {
    return schema.from().all(type).stream()
        .filter(object -> schema.isKept(table.apply(object)))
        .toList();
  }

  private void key(Key key) {
    var table = schema.moved(key.table());
    var options = new TreeMap<String, String>();
    if (key.primary() && isNumbered(key)) {
      options.put("autoincrement", ON);
    }
    for (var lost : List.of("deferrable", "nulls not distinct", "period")) {
      if (key.options().containsKey(lost)) {
        schema.note(key.id() + ": no counterpart of " + lost);
      }
    }
    noteIncluded(key.id(), key.included());
    schema.add(
        new Key(
            table.member(key.id().kind(), key.id().name()),
            table,
            key.name(),
            key.columns(),
            List.of(),
            Optional.empty(),
            options),
        columns(table, key.columns()));
  }

  private boolean isNumbered(Key key) {
    return schema
        .from()
        .find(key.table().member(ObjectKind.COLUMN, key.columns().get(0)))
        .filter(column -> schema.counts((Column) column))
        .isPresent();
  }

  private void check(CheckConstraint check) {
    try {
      var expression =
          ExpressionTranslator.condition(
              ExpressionTranslator.Direction.TO_SQLITE,
              name -> schema.named(check.table(), name),
              check.expression());
      var table = schema.moved(check.table());
      schema.add(
          new CheckConstraint(
              table.member(ObjectKind.CHECK, check.id().name()),
              table,
              check.name(),
              check.columns(),
              expression,
              false,
              new TreeMap<>()),
          columns(table, check.columns()));
    } catch (NotTranslatableException e) {
      schema.note(
          check.id() + " was left out: CHECK (" + check.expression() + ") has " + e.getMessage());
    }
  }

  private void foreignKey(ForeignKey key) {
    if (!schema.isKept(key.referencedTable())) {
      schema.note(key.id() + " was left out: what it points to was left out");
      return;
    }
    if (!key.setColumns().isEmpty()) {
      schema.note(key.id() + ": " + key.onDelete() + " is not limited to columns");
    }
    var options = new TreeMap<String, String>();
    if (ON.equals(key.options().get("initially deferred"))) {
      options.put("deferrable", ON);
      options.put("initially deferred", ON);
    }
    if (key.options().containsKey("match")) {
      schema.note(key.id() + ": SQLite does not enforce MATCH " + key.options().get("match"));
    }
    var table = schema.moved(key.table());
    schema.add(
        new ForeignKey(
            table.member(ObjectKind.FOREIGN_KEY, key.id().name()),
            table,
            key.name(),
            key.columns(),
            schema.moved(key.referencedTable()),
            key.referencedColumns(),
            key.onDelete(),
            key.onUpdate(),
            List.of(),
            false,
            options),
        columns(table, key.columns()));
  }

  /** SQLite has no columns that an index only carries. */
  private void noteIncluded(ObjectId id, List<String> included) {
    if (!included.isEmpty()) {
      schema.note(id + ": no counterpart of INCLUDE (" + String.join(", ", included) + ")");
    }
  }

  private void index(Index index) {
    if (!index.method().equals("btree")) {
      schema.note(index.id() + " was left out: SQLite has no " + index.method());
      return;
    }
    try {
      var keys = new ArrayList<Index.Element>();
      for (var key : index.keys()) {
        keys.add(element(index, key));
      }
      var where = index.where().map(it -> condition(index.table(), it));
      noteIncluded(index.id(), index.included());
      var table = schema.moved(index.table());
      var needed = new HashSet<ObjectId>();
      for (var key : keys) {
        key.column().ifPresent(name -> needed.addAll(columns(table, List.of(name))));
      }
      schema.add(
          new Index(
              schema.moved(index.id()),
              table,
              "btree",
              index.unique(),
              keys,
              List.of(),
              where,
              Optional.empty(),
              new TreeMap<>()),
          needed);
    } catch (NotTranslatableException e) {
      schema.note(index.id() + " was left out: it has " + e.getMessage());
    }
  }

  private Index.Element element(Index index, Index.Element key) {
    key.operatorClass()
        .ifPresent(it -> schema.note(index.id() + ": operator class " + it + " was left out"));
    key.collation()
        .ifPresent(it -> schema.note(index.id() + ": collation " + it + " was left out"));
    var expression =
        key.column()
            .map(Names::quote)
            .orElseGet(
                () ->
                    ExpressionTranslator.expression(
                        ExpressionTranslator.Direction.TO_SQLITE,
                        name -> schema.named(index.table(), name),
                        key.expression()));
    return new Index.Element(
        key.column(),
        expression,
        Optional.empty(),
        Optional.empty(),
        key.order().startsWith("DESC") ? "DESC" : "");
  }

  private String condition(ObjectId table, String expression) {
    return ExpressionTranslator.condition(
        ExpressionTranslator.Direction.TO_SQLITE, name -> schema.named(table, name), expression);
  }

  private static Set<ObjectId> columns(ObjectId table, List<String> names) {
    var ids = new HashSet<ObjectId>();
    names.forEach(name -> ids.add(table.member(ObjectKind.COLUMN, name)));
    return ids;
  }
}
