package dev.tidegate.translate;

import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Comment;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.Namespace;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Ownership;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Sequence;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says a schema of PostgreSQL in SQLite's terms. Made for one schema; not safe for threads. */
final class PostgresToSqlite {
  private final Schema from;
  private final Parts parts;
  private final Map<ObjectId, String> names = new HashMap<>();
  private final List<SchemaObject> objects = new ArrayList<>();
  private final Map<ObjectId, Set<ObjectId>> dependencies = new TreeMap<>();
  private final Set<String> notes = new TreeSet<>();

  PostgresToSqlite(Schema from) {
    this.from = from;
    this.parts = new Parts(from);
  }

  Translation translation() {
    chooseNames();
    from.all(Table.class).stream().filter(table -> isKept(table.id())).forEach(this::table);
    var constraints = new SqliteConstraints(this);
    constraints.all();
    for (var object : from.objects().values()) {
      if (!isTranslated(object)) {
        note(object.id() + " was left out");
      }
    }
    if (!from.all(Comment.class).isEmpty()) {
      note("comments were left out: SQLite has none");
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

  void add(SchemaObject object, Set<ObjectId> needed) {
    objects.add(object);
    dependencies.put(object.id(), needed);
  }

  /** Whether the table becomes one in SQLite: a partition's rows are those of its parent. */
  boolean isKept(ObjectId table) {
    return names.containsKey(table);
  }

  /** The identity of a table or index in SQLite. */
  ObjectId moved(ObjectId id) {
    return ObjectId.of(id.kind(), names.getOrDefault(id, id.name()));
  }

  ObjectId movedColumn(ObjectId column) {
    var table = new ObjectId(ObjectKind.TABLE, column.qualifier());
    return moved(table).member(ObjectKind.COLUMN, column.name());
  }

  Optional<ExpressionTranslator.Named> named(ObjectId table, String name) {
    return from.find(table.member(ObjectKind.COLUMN, name))
        .map(
            column ->
                new ExpressionTranslator.Named(
                    name, Category.ofPostgres(baseType(((Column) column).type()))));
  }

  private static boolean isTranslated(SchemaObject object) {
    return object instanceof Namespace
        || object instanceof Table
        || object instanceof Column
        || object instanceof Default
        || object instanceof Key
        || object instanceof CheckConstraint
        || object instanceof ForeignKey
        || object instanceof Index
        || object instanceof EnumType
        || object instanceof Domain
        || object instanceof Sequence
        || object instanceof Ownership
        || object instanceof Comment;
  }

  /** Tables and indexes share one space of names in SQLite, and case makes no difference. */
  private void chooseNames() {
    var taken = new HashSet<String>();
    for (var object : from.objects().values()) {
      if (object instanceof Table table && table.partition().isPresent()) {
        note(table.id() + " was left out: its rows are those of the partitioned table");
      } else if (object instanceof Table || object instanceof Index) {
        var id = object.id();
        var name = id.name();
        if (!taken.add(name.toLowerCase(Locale.ROOT))) {
          name = String.join("_", id.path());
          taken.add(name.toLowerCase(Locale.ROOT));
          note(id + " became " + name + ": its name is taken");
        }
        names.put(id, name);
      }
    }
  }

  private void table(Table table) {
    if (table.foreign()) {
      note(table.id() + " becomes a table of its own: SQLite has no foreign tables");
    }
    if (!table.inherits().isEmpty()) {
      note(table.id() + " inherits nothing in SQLite");
    }
    var id = moved(table.id());
    add(new Table(id, Optional.empty(), Optional.empty(), List.of(), new TreeMap<>()), Set.of());
    parts.of(table.id(), Column.class).forEach(this::column);
  }

  private void column(Column column) {
    var domain = domain(column.type());
    var type = declaredType(column);
    var counts = counts(column);
    if (column.identity().isPresent() && !counts) {
      note(column.id() + " is not numbered by SQLite: it is not the primary key");
    }
    if (column.collation().isPresent()) {
      note(column.id() + ": collation " + column.collation().get() + " was left out");
    }
    add(
        new Column(
            movedColumn(column.id()),
            moved(column.table()),
            column.position(),
            counts ? "INTEGER" : type,
            Optional.empty(),
            column.notNull() || domain.filter(Domain::notNull).isPresent(),
            Optional.empty(),
            generated(column),
            false,
            new TreeMap<>()),
        Set.of());
    enumCheck(column);
    var values = parts.of(column.id(), Default.class);
    values.stream().filter(value -> !counts).forEach(value -> value(column, value.expression()));
    if (values.isEmpty()) {
      domain.flatMap(Domain::defaultValue).ifPresent(value -> value(column, value));
    }
  }

  /** Whether SQLite numbers the column: the only one of the primary key, numbered before. */
  boolean counts(Column column) {
    var only =
        parts.of(column.table(), Key.class).stream()
            .anyMatch(key -> key.primary() && key.columns().equals(List.of(column.id().name())));
    var numbered =
        column.identity().isPresent()
            || parts.of(column.id(), Default.class).stream()
                .anyMatch(value -> value.expression().startsWith("nextval("));
    return only && numbered && Category.ofPostgres(column.type()) == Category.INTEGER;
  }

  private String declaredType(Column column) {
    var type = baseType(column.type());
    if (enumOf(type).isPresent()) {
      return "TEXT";
    }
    return SqliteTypes.of(type)
        .orElseGet(
            () -> {
              note(column.id() + ": type " + column.type() + " became TEXT");
              return "TEXT";
            });
  }

  /** An enumerated type is a text with a check. */
  private void enumCheck(Column column) {
    enumOf(baseType(column.type()))
        .ifPresent(
            labels -> {
              var table = moved(column.table());
              var expression =
                  Names.quote(column.id().name())
                      + labels.labels().stream()
                          .map(Names::literal)
                          .collect(Collectors.joining(", ", " IN (", ")"));
              add(
                  new CheckConstraint(
                      table.member(ObjectKind.CHECK, expression),
                      table,
                      Optional.empty(),
                      List.of(column.id().name()),
                      expression,
                      false,
                      new TreeMap<>()),
                  Set.of(movedColumn(column.id())));
            });
  }

  private Optional<Column.Generated> generated(Column column) {
    return column
        .generated()
        .flatMap(
            generated -> {
              try {
                var expression =
                    ExpressionTranslator.value(
                        ExpressionTranslator.Direction.TO_SQLITE,
                        name -> named(column.table(), name),
                        generated.expression(),
                        Category.ofPostgres(baseType(column.type())));
                return Optional.of(new Column.Generated(expression, generated.stored()));
              } catch (NotTranslatableException e) {
                note(
                    column.id()
                        + " became a plain column: its expression was not translated, "
                        + generated.expression());
                return Optional.empty();
              }
            });
  }

  private void value(Column column, String expression) {
    try {
      var id = movedColumn(column.id());
      SqliteDefaults.of(expression, baseType(column.type()))
          .ifPresent(
              value ->
                  add(
                      new Default(new ObjectId(ObjectKind.DEFAULT, id.path()), id, value),
                      Set.of()));
    } catch (NotTranslatableException e) {
      note(column.id() + " has no default: not translated, " + expression);
    }
  }

  /** The type beneath all domains. */
  private String baseType(String type) {
    var seen = new TreeSet<String>();
    var base = type;
    for (var domain = domain(base); domain.isPresent() && seen.add(base); domain = domain(base)) {
      if (!domain.get().checks().isEmpty()) {
        note(domain.get().id() + ": its checks were left out");
      }
      base = domain.get().type();
    }
    return base;
  }

  private Optional<Domain> domain(String type) {
    return from.all(Domain.class).stream().filter(it -> isCalled(it.id(), type)).findFirst();
  }

  private Optional<EnumType> enumOf(String type) {
    return from.all(EnumType.class).stream().filter(it -> isCalled(it.id(), type)).findFirst();
  }

  /**
   * Whether the database prints this type so, with its name space or, where it is found, without.
   */
  private static boolean isCalled(ObjectId id, String type) {
    var name = Names.quote(id.name());
    return type.equals(name) || type.equals(Names.quote(id.path().get(0)) + "." + name);
  }
}
