package dev.tidegate.translate;

import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.Namespace;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.Trigger;
import dev.tidegate.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says a schema of SQLite in PostgreSQL's terms. Made for one schema; not safe for threads. */
final class SqliteToPostgres {
  private final Schema from;
  private final Parts parts;
  private final String namespace;
  private final Map<ObjectId, String> types = new HashMap<>();
  private final List<SchemaObject> objects = new ArrayList<>();
  private final Map<ObjectId, Set<ObjectId>> dependencies = new TreeMap<>();
  private final Set<String> notes = new TreeSet<>();

  SqliteToPostgres(Schema from, String namespace) {
    this.from = from;
    this.parts = new Parts(from);
    this.namespace = namespace;
  }

  Translation translation() {
    chooseTypes();
    objects.add(new Namespace(ObjectId.of(ObjectKind.NAMESPACE, namespace)));
    from.all(Table.class).forEach(this::table);
    new PostgresConstraints(this).all();
    for (var view : from.all(View.class)) {
      note("view " + view.id().name() + " was left out: its query has to be written anew");
    }
    for (var trigger : from.all(Trigger.class)) {
      note("trigger " + trigger.id().name() + " was left out: it has to be written anew");
    }
    from.unmodelled().forEach(it -> note(it + " was left out"));
    return new Translation(Schema.of(objects, dependencies, List.of()), List.copyOf(notes));
  }

  Schema from() {
    return from;
  }

  Parts parts() {
    return parts;
  }

  void note(String note) {
    notes.add(note);
  }

  /** Adds an object that needs others. */
  void add(SchemaObject object, Set<ObjectId> needed) {
    objects.add(object);
    dependencies.put(object.id(), needed);
  }

  /** The identity of a table, or of what stands in one, in PostgreSQL. */
  ObjectId moved(ObjectId id) {
    var path = new ArrayList<String>();
    path.add(namespace);
    path.addAll(id.path());
    return new ObjectId(id.kind(), path);
  }

  /** The columns of a table by name, folded as SQLite folds names. */
  Optional<ExpressionTranslator.Named> named(ObjectId table, String name) {
    return parts.of(table, Column.class).stream()
        .filter(column -> column.id().name().equalsIgnoreCase(name))
        .map(
            column ->
                new ExpressionTranslator.Named(
                    column.id().name(), Category.ofPostgres(type(column.id()))))
        .findFirst();
  }

  Set<ObjectId> columns(ObjectId table, List<String> names) {
    var ids = new HashSet<ObjectId>();
    names.forEach(name -> ids.add(moved(table.member(ObjectKind.COLUMN, name))));
    return ids;
  }

  /** The columns that a foreign key points to; empty where there is no such table or key. */
  List<String> referencedColumns(ForeignKey key) {
    return key.referencedColumns().isEmpty()
        ? primaryKey(key.referencedTable()).map(Key::columns).orElse(List.of())
        : key.referencedColumns();
  }

  Optional<Key> primaryKey(ObjectId table) {
    return parts.of(table, Key.class).stream().filter(Key::primary).findFirst();
  }

  private String type(ObjectId column) {
    return types.getOrDefault(column, "text");
  }

  private void chooseTypes() {
    for (var column : from.all(Column.class)) {
      types.put(
          column.id(),
          PostgresTypes.of(column.type())
              .orElseGet(
                  () -> {
                    var type = PostgresTypes.byAffinity(column.type());
                    note(column.id().display() + ": type " + column.type() + " became " + type);
                    return type;
                  }));
    }
    var keys = from.all(ForeignKey.class);
    // a key may point to a column that itself points elsewhere
    var rounds = keys.size();
    while (rounds > 0 && agree(keys)) {
      rounds--;
    }
  }

  /** Gives columns the types of those that they point to; whether this changed one. */
  private boolean agree(List<ForeignKey> keys) {
    var changed = false;
    for (var key : keys) {
      var referenced = referencedColumns(key);
      for (var i = 0; i < Math.min(referenced.size(), key.columns().size()); i++) {
        var target = types.get(key.referencedTable().member(ObjectKind.COLUMN, referenced.get(i)));
        var column = key.table().member(ObjectKind.COLUMN, key.columns().get(i));
        changed |= target != null && !target.equals(types.put(column, target));
      }
    }
    return changed;
  }

  private void table(Table table) {
    var id = moved(table.id());
    if (ConstraintNames.bytes(id.name()) > 63) {
      note("table " + id.name() + ": PostgreSQL cuts names after 63 bytes");
    }
    add(
        new Table(id, Optional.empty(), Optional.empty(), List.of(), new TreeMap<>()),
        Set.of(ObjectId.of(ObjectKind.NAMESPACE, namespace)));
    var key = primaryKey(table.id());
    for (var column : parts.of(table.id(), Column.class)) {
      var inKey = key.filter(it -> it.columns().contains(column.id().name())).isPresent();
      var counts = key.filter(it -> counts(table, it, column)).isPresent();
      column(column, column.notNull() || inKey, counts);
    }
  }

  /** Whether SQLite numbers the column: https://sqlite.org/lang_createtable.html#rowid. */
  private boolean counts(Table table, Key key, Column column) {
    var pointsElsewhere =
        parts.of(table.id(), ForeignKey.class).stream()
            .anyMatch(it -> it.columns().contains(column.id().name()));
    return key.columns().equals(List.of(column.id().name()))
        && column.type().equalsIgnoreCase("INTEGER")
        && !table.options().containsKey("without rowid")
        && !key.options().containsKey("descending")
        && !pointsElsewhere;
  }

  private void column(Column column, boolean notNull, boolean counts) {
    var id = column.id();
    if (column.collation().isPresent()) {
      note(
          id.display()
              + ": collation "
              + column.collation().get()
              + " has no counterpart, texts are compared as they are");
    }
    if (column.options().containsKey("not null on conflict")) {
      note(id.display() + ": ON CONFLICT of NOT NULL has no counterpart");
    }
    var identity =
        counts
            ? Optional.of(new Column.Identity(false, 1, 1, 1, Long.MAX_VALUE, 1, false))
            : Optional.<Column.Identity>empty();
    add(
        new Column(
            moved(id),
            moved(column.table()),
            column.position(),
            type(id),
            Optional.empty(),
            notNull,
            identity,
            generated(column),
            false,
            new TreeMap<>()),
        Set.of());
    parts.of(id, Default.class).forEach(value -> value(value, counts));
  }

  /** Virtual ones are stored: PostgreSQL has them only from 18 on. */
  private Optional<Column.Generated> generated(Column column) {
    return column
        .generated()
        .flatMap(
            generated -> {
              try {
                var expression =
                    ExpressionTranslator.value(
                        ExpressionTranslator.Direction.TO_POSTGRES,
                        name -> named(column.table(), name),
                        generated.expression(),
                        Category.ofPostgres(type(column.id())));
                return Optional.of(new Column.Generated(expression, true));
              } catch (NotTranslatableException e) {
                note(
                    column.id().display()
                        + " became a plain column: its expression was not translated, "
                        + generated.expression());
                return Optional.empty();
              }
            });
  }

  private void value(Default value, boolean counts) {
    if (counts) {
      return;
    }
    try {
      var expression = PostgresDefaults.of(value.expression(), type(value.column()));
      add(new Default(moved(value.id()), moved(value.column()), expression), Set.of());
    } catch (NotTranslatableException e) {
      note(value.column().display() + " has no default: not translated, " + value.expression());
    }
  }
}
