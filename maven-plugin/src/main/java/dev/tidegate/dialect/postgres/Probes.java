package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Queries that count, before a plan runs, what it would lose and what would make it fail. Each
 * changes nothing, gives one number, and runs on every major from 14 on. Where that depends on what
 * the plan itself creates, all rows are counted that it will look at.
 */
final class Probes {
  private final Pair<Schema> schemas;
  private final ProbeSource source;

  Probes(Pair<Schema> schemas) {
    this.schemas = schemas;
    this.source = new ProbeSource(schemas);
  }

  /** The rows of a table, without those of tables that inherit from it. */
  String rows(ObjectId table) {
    var only =
        schemas
            .from()
            .find(table)
            .filter(it -> it instanceof Table found && found.partitionKey().isEmpty());
    return "SELECT count(*) "
        + source.rows(table).replaceFirst("FROM", only.isPresent() ? "FROM ONLY" : "FROM");
  }

  /** The rows of all tables in a schema. */
  String rowsIn(ObjectId namespace) {
    return sum(
        schemas.from().all(Table.class).stream()
            .filter(table -> table.id().qualifier().equals(namespace.path()))
            .filter(table -> table.partitionKey().isEmpty())
            .map(table -> rows(table.id())));
  }

  /** The values of a column that are not null. */
  String values(Column column) {
    return "SELECT count(t." + name(column) + ") " + source.rows(column.table());
  }

  /** The rows in which a column is null. */
  String nulls(Column column) {
    return matching(column, "t." + name(column) + " IS NULL");
  }

  /** Whether the type that the column gets is there already, as it will be. */
  boolean isTypeThere(Column column) {
    return schemas.to().find(column.id()).filter(source::isRead).isPresent();
  }

  /** The rows in which this is true. */
  String matching(Column column, String condition) {
    return "SELECT count(*) " + source.rows(column.table()) + " WHERE " + condition;
  }

  /** The groups of rows that a unique index refuses. */
  String duplicates(Index index) {
    var columns = index.keys().stream().flatMap(key -> key.column().stream()).toList();
    var keys =
        index.keys().stream()
            .map(key -> key.expression() + key.collation().map(it -> " COLLATE " + it).orElse(""))
            .toList();
    return source
        .of(index, index.table(), columns, quote(index.table().name()))
        .map(
            from ->
                groups(
                    from,
                    keys,
                    PostgresOptions.on(index.options(), PostgresOptions.NULLS_NOT_DISTINCT),
                    index.where().stream().toList()))
        .orElseGet(() -> rows(index.table()));
  }

  /** The groups of rows that a key refuses; for a primary key also the rows with a null in it. */
  String conflicts(Key key) {
    if (PostgresOptions.on(key.options(), PostgresOptions.PERIOD)) {
      var elements = new ArrayList<Pair<String>>();
      for (var column : key.columns()) {
        var last = column.equals(key.columns().get(key.columns().size() - 1));
        elements.add(new Pair<>(quote(column), last ? "&&" : "="));
      }
      return new ExclusionProbe(source).of(key, key.table(), elements, "");
    }
    var columns = key.columns().stream().map(PostgresIdentifiers::quote).toList();
    var distinct = PostgresOptions.on(key.options(), PostgresOptions.NULLS_NOT_DISTINCT);
    return source
        .of(key, key.table(), key.columns(), "t")
        .map(
            from -> {
              var groups = groups(from, columns, distinct, List.of());
              var nulls = join(columns, " OR ", it -> it + " IS NULL");
              return key.primary()
                  ? "SELECT (%s) + (SELECT count(*) %s WHERE %s)".formatted(groups, from, nulls)
                  : groups;
            })
        .orElseGet(() -> rows(key.table()));
  }

  /** The rows that overlap another. */
  String overlaps(ExclusionConstraint constraint) {
    return new ExclusionProbe(source).of(constraint);
  }

  /** The rows that do not satisfy a check. One that is null does. */
  String violations(CheckConstraint check) {
    return source
        .of(check, check.table(), check.columns(), quote(check.table().name()))
        .map(from -> "SELECT count(*) " + from + " WHERE NOT (" + check.expression() + ")")
        .orElseGet(() -> rows(check.table()));
  }

  /** Passes on what was derived from a query for orphans if that looks at what is referred to. */
  static Optional<String> knowsBoth(String orphans, Optional<String> derived) {
    return derived.filter(it -> orphans.contains("NOT EXISTS") || orphans.contains("range_agg"));
  }

  /** The rows that refer to nothing. */
  String orphans(ForeignKey key) {
    var here = key.columns().stream().map(column -> "t." + quote(column)).toList();
    var set = join(here, " AND ", it -> it + " IS NOT NULL");
    var wanted = set + missing(key, here);
    if (key.options().containsKey(PostgresOptions.MATCH)) {
      wanted =
          "(%s) OR NOT (%s) AND NOT (%s)"
              .formatted(wanted, set, join(here, " AND ", it -> it + " IS NULL"));
    }
    var condition = wanted;
    return source
        .of(key.table(), key.columns(), "t")
        .map(from -> "SELECT count(*) " + from + " WHERE " + condition)
        .orElseGet(() -> rows(key.table()));
  }

  /** Where what is referred to is not there yet, every row that refers to something is meant. */
  private String missing(ForeignKey key, List<String> here) {
    var from = source.of(key.referencedTable(), key.referencedColumns(), "r");
    if (from.isEmpty()) {
      return "";
    }
    var there = key.referencedColumns().stream().map(column -> "r." + quote(column)).toList();
    var period = PostgresOptions.on(key.options(), PostgresOptions.PERIOD);
    var equal = new ArrayList<String>();
    for (var i = 0; i < here.size() - (period ? 1 : 0); i++) {
      equal.add(there.get(i) + " = " + here.get(i));
    }
    var where = " WHERE " + String.join(" AND ", equal);
    var last = here.size() - 1;
    return period
        ? " AND NOT coalesce(%s <@ (SELECT range_agg(%s) %s%s), false)"
            .formatted(here.get(last), there.get(last), from.get(), where)
        : " AND NOT EXISTS (SELECT 1 " + from.get() + where + ")";
  }

  /**
   * The rows that hold a value of an enum, or an array with it. Where it would lie inside of a
   * value of another type, such as a row type, all rows are counted that have one.
   */
  String uses(ObjectId type, String label) {
    return sum(
        columnsAround(type)
            .map(
                column ->
                    matching(
                        column,
                        isInside(column, type)
                            ? "t." + name(column) + " IS DISTINCT FROM NULL"
                            : column.type().endsWith("[]")
                                ? literal(label) + " = ANY (t." + name(column) + "::text[])"
                                : "t." + name(column) + "::text = " + literal(label))));
  }

  /** The table whose one column has values of a type; empty where there are several. */
  Optional<ObjectId> holder(ObjectId type) {
    var columns = columnsAround(type).toList();
    return columns.size() == 1 ? Optional.of(columns.get(0).table()) : Optional.empty();
  }

  /**
   * The rows that hold something in an attribute of a composite type, or an array or a value of
   * another type that has it inside.
   */
  String attributes(ObjectId type, String attribute) {
    return sum(
        columnsAround(type)
            .map(
                column ->
                    matching(
                        column,
                        isInside(column, type) || column.type().endsWith("[]")
                            ? "t." + name(column) + " IS DISTINCT FROM NULL"
                            : "(t." + name(column) + ")." + quote(attribute) + " IS NOT NULL")));
  }

  /** The values of a type that are not null, and those of what is made of it. */
  String valuesOf(ObjectId type) {
    return sum(
        SwapGroup.of(type, schemas.from())
            .columns()
            .filter(column -> !ForeignTables.is(schemas.from(), column.table()))
            .filter(column -> !column.inherited())
            .map(this::values));
  }

  /** The rows that a stricter domain refuses. */
  String refusals(Pair<Domain> domain) {
    var conditions = new ArrayList<String>();
    if (domain.to().notNull() && !domain.from().notNull()) {
      conditions.add("value IS NULL");
    }
    for (var check : domain.to().checks()) {
      if (check.validated() && !domain.from().checks().contains(check)) {
        conditions.add("NOT (" + check.expression() + ")");
      }
    }
    var type = domain.to().id();
    if (!source.isRead(domain.to())) {
      return valuesOf(type);
    }
    return sum(
        columnsOf(type)
            .filter(column -> !column.type().endsWith("[]"))
            .map(
                column ->
                    "SELECT count(*) FROM (SELECT t.%s::%s AS value %s) AS t WHERE %s"
                        .formatted(
                            name(column),
                            domain.from().type(),
                            source.rows(column.table()),
                            String.join(" OR ", conditions))));
  }

  /** The rows of a table that lie outside the bound that it gets as a partition. */
  String outside(Table table) {
    return table
        .partition()
        .flatMap(
            place ->
                schemas
                    .to()
                    .find(place.parent())
                    .map(Table.class::cast)
                    .flatMap(Table::partitionKey)
                    .flatMap(key -> PartitionBound.condition(key, place.bound())))
        .map(
            condition ->
                "SELECT count(*) "
                    + source.rows(table.id())
                    + " WHERE NOT coalesce("
                    + condition
                    + ", false)")
        .orElseGet(() -> rows(table.id()));
  }

  /** Columns of all types that hold values of this one, that declare it themselves. */
  private Stream<Column> columnsAround(ObjectId type) {
    return SwapGroup.of(type, schemas.from())
        .columns()
        .filter(column -> !ForeignTables.is(schemas.from(), column.table()))
        .filter(column -> !column.inherited());
  }

  /** Whether the type is not the one of the column, of its elements or under its domain. */
  private boolean isInside(Column column, ObjectId type) {
    return isInside(TypeChanges.element(column.type()), type);
  }

  private boolean isInside(String element, ObjectId type) {
    if (element.equals(PostgresIdentifiers.qualified(type))) {
      return false;
    }
    return schemas.from().all(Domain.class).stream()
        .filter(domain -> PostgresIdentifiers.qualified(domain.id()).equals(element))
        .findFirst()
        .map(domain -> isInside(domain.type(), type)) // an array under it, too
        .orElse(true);
  }

  /** Columns of the type, of arrays of it and of domains over it, that declare it themselves. */
  private Stream<Column> columnsOf(ObjectId type) {
    var group = SwapGroup.of(type, schemas.from());
    var names =
        group.members().stream()
            .filter(it -> it.equals(type) || it.kind() == ObjectKind.DOMAIN)
            .map(PostgresIdentifiers::qualified)
            .collect(Collectors.toSet());
    return group
        .columns()
        .filter(column -> !ForeignTables.is(schemas.from(), column.table()))
        .filter(
            column -> names.contains(TypeChanges.element(column.type())) && !column.inherited());
  }

  private static String groups(
      String from, List<String> keys, boolean nullsAreEqual, List<String> where) {
    var conditions = new ArrayList<String>(where.stream().map(it -> "(" + it + ")").toList());
    if (!nullsAreEqual) {
      keys.forEach(key -> conditions.add(key + " IS NOT NULL"));
    }
    return "SELECT count(*) FROM (SELECT 1 %s%s GROUP BY %s HAVING count(*) > 1) AS g"
        .formatted(
            from,
            conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions),
            String.join(", ", keys));
  }

  private static String sum(Stream<String> counts) {
    var all = counts.toList();
    return switch (all.size()) {
      case 0 -> "SELECT 0";
      case 1 -> all.get(0);
      default ->
          "SELECT sum(n)::bigint FROM (%s) AS c(n)".formatted(String.join(" UNION ALL ", all));
    };
  }

  private static String join(List<String> items, String between, Function<String, String> form) {
    return items.stream().map(form).collect(Collectors.joining(between));
  }

  private static String name(Column column) {
    return quote(column.id().name());
  }
}
