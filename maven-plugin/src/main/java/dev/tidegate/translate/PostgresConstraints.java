package dev.tidegate.translate;

import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Constraints and indexes of a SQLite schema in PostgreSQL's terms. */
final class PostgresConstraints {
  private static final List<String> DEFERRED = List.of("deferrable", "initially deferred");

  private final SqliteToPostgres schema;

  /** Tables, indexes and keys share one space of names. */
  private final ConstraintNames relations = new ConstraintNames();

  /** Of each table: checks and foreign keys, and its keys as well. */
  private final Map<ObjectId, ConstraintNames> constraints = new HashMap<>();

  /** What became of each key and unique index. */
  private final Map<ObjectId, ObjectId> placed = new HashMap<>();

  PostgresConstraints(SqliteToPostgres schema) {
    this.schema = schema;
  }

  void all() {
    schema.from().all(Table.class).forEach(table -> relations.take(table.id().name()));
    for (var index : schema.from().all(Index.class)) {
      relations.take(index.id().name());
      placed.put(index.id(), schema.moved(index.id()));
    }
    schema.from().all(Key.class).forEach(this::key);
    schema.from().all(CheckConstraint.class).forEach(this::check);
    schema.from().all(ForeignKey.class).forEach(this::foreignKey);
    schema.from().all(Index.class).forEach(this::index);
  }

  private void key(Key key) {
    var label = key.primary() ? "pkey" : "key";
    var columns = key.primary() ? List.<String>of() : key.columns();
    var name = key.name().filter(relations::take);
    if (key.name().isPresent() && name.isEmpty()) {
      schema.note("constraint " + key.id().display() + " has another name: it is taken");
    }
    var chosen = name.orElseGet(() -> relations.choose(key.table().name(), columns, label));
    of(key.table()).take(chosen);
    for (var option : List.of("on conflict", "terms")) {
      if (key.options().containsKey(option)) {
        schema.note(
            "constraint "
                + key.id().display()
                + ": no counterpart of "
                + option
                + " "
                + key.options().get(option));
      }
    }
    var table = schema.moved(key.table());
    placed.put(key.id(), table.member(key.id().kind(), chosen));
    schema.add(
        new Key(
            table.member(key.id().kind(), chosen),
            table,
            Optional.of(chosen),
            key.columns(),
            List.of(),
            Optional.empty(),
            new TreeMap<>()),
        schema.columns(key.table(), key.columns()));
  }

  private void check(CheckConstraint check) {
    try {
      var expression =
          ExpressionTranslator.condition(
              ExpressionTranslator.Direction.TO_POSTGRES,
              name -> schema.named(check.table(), name),
              check.expression());
      var columns = check.columns().size() == 1 ? check.columns() : List.<String>of();
      var name = constraintName(check.table(), check.name(), columns, "check");
      var table = schema.moved(check.table());
      schema.add(
          new CheckConstraint(
              table.member(ObjectKind.CHECK, name),
              table,
              Optional.of(name),
              check.columns(),
              expression,
              false,
              new TreeMap<>()),
          schema.columns(check.table(), check.columns()));
    } catch (NotTranslatableException e) {
      schema.note(
          "check of "
              + check.table().name()
              + " was left out: CHECK ("
              + check.expression()
              + ") has "
              + e.getMessage());
    }
  }

  private void foreignKey(ForeignKey key) {
    var referenced = schema.referencedColumns(key);
    var what = "foreign key " + key.id().display();
    if (!schema.from().holds(key.referencedTable())) {
      schema.note(what + " was left out: there is no table " + key.referencedTable().name());
      return;
    }
    var unique = uniqueOver(key.referencedTable(), referenced).map(placed::get);
    if (unique.isEmpty() || referenced.size() != key.columns().size()) {
      schema.note(what + " was left out: what it points to is neither primary key nor unique");
      return;
    }
    add(key, referenced, unique.get());
  }

  private void add(ForeignKey key, List<String> referenced, ObjectId unique) {
    var table = schema.moved(key.table());
    var name = constraintName(key.table(), key.name(), key.columns(), "fkey");
    var needed = new HashSet<>(schema.columns(key.table(), key.columns()));
    needed.addAll(schema.columns(key.referencedTable(), referenced));
    needed.add(schema.moved(key.referencedTable()));
    needed.add(unique);
    schema.add(
        new ForeignKey(
            table.member(ObjectKind.FOREIGN_KEY, name),
            table,
            Optional.of(name),
            key.columns(),
            schema.moved(key.referencedTable()),
            referenced,
            key.onDelete(),
            key.onUpdate(),
            List.of(),
            false,
            options(key)),
        needed);
  }

  private static SortedMap<String, String> options(ForeignKey key) {
    var options = new TreeMap<String, String>();
    for (var option : DEFERRED) {
      if (key.options().containsKey(option)) {
        options.put(option, key.options().get(option));
      }
    }
    return options;
  }

  /** A primary key, a unique constraint or a whole unique index over exactly these columns. */
  private Optional<ObjectId> uniqueOver(ObjectId table, List<String> columns) {
    var wanted = Set.copyOf(columns);
    var keys =
        schema.parts().of(table, Key.class).stream()
            .filter(key -> Set.copyOf(key.columns()).equals(wanted))
            .map(Key::id);
    var indexes =
        schema.parts().of(table, Index.class).stream()
            .filter(index -> index.unique() && index.where().isEmpty())
            .filter(index -> wanted.equals(plainColumns(index)))
            .map(Index::id);
    return Stream.concat(keys, indexes).findFirst();
  }

  private static Set<String> plainColumns(Index index) {
    var columns = new HashSet<String>();
    index.keys().forEach(key -> columns.add(key.column().orElse("")));
    return columns;
  }

  private void index(Index index) {
    try {
      var keys = new ArrayList<Index.Element>();
      for (var key : index.keys()) {
        keys.add(element(index, key));
      }
      var where = index.where().map(it -> condition(index.table(), it));
      schema.add(
          new Index(
              schema.moved(index.id()),
              schema.moved(index.table()),
              "btree",
              index.unique(),
              keys,
              List.of(),
              where,
              Optional.empty(),
              new TreeMap<>()),
          columns(index));
    } catch (NotTranslatableException e) {
      schema.note("index " + index.id().name() + " was left out: it has " + e.getMessage());
    }
  }

  private Set<ObjectId> columns(Index index) {
    var needed = new HashSet<ObjectId>();
    for (var id : schema.from().dependenciesOf(index.id())) {
      needed.add(schema.moved(id));
    }
    return needed;
  }

  private Index.Element element(Index index, Index.Element key) {
    key.collation()
        .ifPresent(
            it ->
                schema.note("index " + index.id().name() + ": collation " + it + " was left out"));
    var expression =
        key.column()
            .map(Names::quote)
            .orElseGet(() -> "(" + expression(index.table(), key.expression()) + ")");
    // SQLite puts nulls first, PostgreSQL last; an index serves both orders of its own database
    return new Index.Element(
        key.column(), expression, Optional.empty(), Optional.empty(), key.order());
  }

  private String condition(ObjectId table, String expression) {
    return ExpressionTranslator.condition(
        ExpressionTranslator.Direction.TO_POSTGRES, name -> schema.named(table, name), expression);
  }

  private String expression(ObjectId table, String expression) {
    return ExpressionTranslator.expression(
        ExpressionTranslator.Direction.TO_POSTGRES, name -> schema.named(table, name), expression);
  }

  private String constraintName(
      ObjectId table, Optional<String> declared, List<String> columns, String label) {
    var names = of(table);
    return declared.filter(names::take).orElseGet(() -> names.choose(table.name(), columns, label));
  }

  private ConstraintNames of(ObjectId table) {
    return constraints.computeIfAbsent(table, key -> new ConstraintNames());
  }
}
