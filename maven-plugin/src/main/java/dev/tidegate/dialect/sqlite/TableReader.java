package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.sqlite.TableDefinition.ColumnDefinition;
import dev.tidegate.dialect.sqlite.TableDefinition.ConstraintDefinition;
import dev.tidegate.dialect.sqlite.TableDefinition.Term;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes the objects of one table from its statement. Not safe for several threads. */
final class TableReader {
  private static final Set<String> BUILT_IN_COLLATIONS = Set.of("BINARY", "NOCASE", "RTRIM");

  /** A table that a foreign key names, and how that table spells a column's name. */
  record Referenced(ObjectId table, UnaryOperator<String> column) {}

  private final ObjectId table;
  private final ExpressionText text;
  private final Function<String, Referenced> tables;
  private final Set<ObjectId> used = new HashSet<>();
  private final List<SchemaObject> objects = new ArrayList<>();
  private int position;

  TableReader(ObjectId table, ExpressionText text, Function<String, Referenced> tables) {
    this.table = table;
    this.text = text;
    this.tables = tables;
  }

  List<SchemaObject> read(TableDefinition definition) {
    var options = new TreeMap<String, String>();
    if (definition.strict()) {
      options.put(SqliteOptions.STRICT, SqliteOptions.ON);
    }
    if (definition.withoutRowid()) {
      options.put(SqliteOptions.WITHOUT_ROWID, SqliteOptions.ON);
    }
    objects.add(new Table(table, Optional.empty(), Optional.empty(), List.of(), options));
    definition.columns().forEach(this::column);
    definition.constraints().forEach(this::constraint);
    return objects;
  }

  /** A collation as SQLite spells it; empty for the one that every column has anyway. */
  static Optional<String> collation(Optional<String> declared) {
    return declared
        .map(
            name -> {
              var upper = name.toUpperCase(Locale.ROOT);
              return BUILT_IN_COLLATIONS.contains(upper) ? upper : name;
            })
        .filter(name -> !name.equals("BINARY"));
  }

  private void column(ColumnDefinition column) {
    var id = table.member(ObjectKind.COLUMN, column.name());
    var options = new TreeMap<String, String>();
    column.notNullConflict().ifPresent(it -> options.put(SqliteOptions.NOT_NULL_ON_CONFLICT, it));
    column.notNullName().ifPresent(it -> options.put(SqliteOptions.NOT_NULL_NAME, it));
    var generated =
        column.generated().isEmpty()
            ? Optional.<Column.Generated>empty()
            : Optional.of(new Column.Generated(text.of(column.generated()), column.stored()));
    objects.add(
        new Column(
            id,
            table,
            ++position,
            column.type(),
            collation(column.collation()),
            column.notNull(),
            Optional.empty(),
            generated,
            false,
            options));
    // DEFAULT NULL says what holds without it
    if (!column.value().isEmpty() && !column.value().get(0).is("NULL")) {
      var value = new ObjectId(ObjectKind.DEFAULT, id.path());
      objects.add(new Default(value, id, text.of(column.value())));
    }
  }

  private void constraint(ConstraintDefinition constraint) {
    objects.add(
        switch (constraint.kind()) {
          case PRIMARY_KEY -> key(ObjectKind.PRIMARY_KEY, constraint);
          case UNIQUE -> key(ObjectKind.UNIQUE, constraint);
          case CHECK -> check(constraint);
          case FOREIGN_KEY -> foreignKey(constraint);
        });
  }

  private Key key(ObjectKind kind, ConstraintDefinition key) {
    var columns = columns(key.terms());
    var options = new TreeMap<String, String>();
    key.conflict().ifPresent(it -> options.put(SqliteOptions.ON_CONFLICT, it));
    if (key.autoincrement()) {
      options.put(SqliteOptions.AUTOINCREMENT, SqliteOptions.ON);
    }
    if (key.inline() && key.terms().get(0).descending()) {
      options.put(SqliteOptions.DESCENDING, SqliteOptions.ON);
    } else if (key.terms().stream().anyMatch(it -> it.descending() || hasCollation(it))) {
      options.put(
          SqliteOptions.TERMS,
          key.terms().stream().map(this::term).collect(Collectors.joining(", ")));
    }
    var id = id(kind, key.name(), options.getOrDefault(SqliteOptions.TERMS, list(columns)));
    return new Key(id, table, key.name(), columns, List.of(), Optional.empty(), options);
  }

  private CheckConstraint check(ConstraintDefinition check) {
    return new CheckConstraint(
        id(ObjectKind.CHECK, check.name(), text.folded(check.expression())),
        table,
        check.name(),
        text.columnsIn(check.expression()),
        text.of(check.expression()),
        false,
        new TreeMap<>());
  }

  private ForeignKey foreignKey(ConstraintDefinition key) {
    var reference = key.reference().orElseThrow();
    var referenced = tables.apply(reference.table());
    var columns = columns(key.terms());
    var targets = reference.columns().stream().map(referenced.column()).toList();
    var options = new TreeMap<String, String>();
    if (reference.deferred()) {
      options.put(SqliteOptions.DEFERRABLE, SqliteOptions.ON);
      options.put(SqliteOptions.INITIALLY_DEFERRED, SqliteOptions.ON);
    }
    reference.match().ifPresent(it -> options.put(SqliteOptions.MATCH, it));
    var target = referenced.table().name() + (targets.isEmpty() ? "" : list(targets));
    return new ForeignKey(
        id(ObjectKind.FOREIGN_KEY, key.name(), list(columns) + " -> " + target),
        table,
        key.name(),
        columns,
        referenced.table(),
        targets,
        reference.onDelete(),
        reference.onUpdate(),
        List.of(),
        false,
        options);
  }

  private ObjectId id(ObjectKind kind, Optional<String> name, String content) {
    var wanted = name.orElse(content);
    var id = table.member(kind, wanted);
    for (var count = 2; !used.add(id); count++) {
      id = table.member(kind, wanted + " " + count);
    }
    return id;
  }

  private List<String> columns(List<Term> terms) {
    return terms.stream()
        .map(
            term ->
                term.column()
                    .flatMap(text::column)
                    .orElseThrow(() -> new SqlNotUnderstoodException("a key without a column")))
        .toList();
  }

  private String term(Term term) {
    var column = SqliteIdentifiers.quote(columns(List.of(term)).get(0));
    var collation =
        collation(term.collation()).map(it -> " COLLATE " + SqliteIdentifiers.quote(it)).orElse("");
    return column + collation + (term.descending() ? " DESC" : "");
  }

  private static boolean hasCollation(Term term) {
    return collation(term.collation()).isPresent();
  }

  private static String list(List<String> names) {
    return "(" + String.join(", ", names) + ")";
  }
}
