package dev.tidegate.dialect.sqlite;

import static dev.tidegate.dialect.sqlite.SqliteIdentifiers.quote;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Queries that count, before a plan runs, what it would lose and what would make it fail. Columns
 * that come are there with the values that they will have.
 */
final class SqliteProbes {
  private final Pair<Schema> schemas;
  private final Pair<Parts> parts;

  SqliteProbes(Pair<Schema> schemas) {
    this.schemas = schemas;
    this.parts = schemas.map(Parts::new);
  }

  /** The rows of a table. */
  String rows(ObjectId table) {
    return "SELECT count(*) " + from(table);
  }

  /** The values of a column that are not null. */
  String values(Column column) {
    return "SELECT count(%s) %s".formatted(quote(column.id().name()), from(column.table()));
  }

  /** The rows in which a column is null. */
  String nulls(Column column) {
    return rows(column.table()) + " WHERE " + quote(column.id().name()) + " IS NULL";
  }

  /** The groups of rows that a unique index refuses. */
  String duplicates(Index index) {
    var keys =
        index.keys().stream()
            .map(key -> key.expression() + key.collation().map(it -> " COLLATE " + it).orElse(""))
            .toList();
    return groups(index.table(), keys, index.where().stream().map(it -> "(" + it + ")").toList());
  }

  /** The groups of rows that a key refuses. */
  String duplicates(Key key) {
    var keys = key.columns().stream().map(SqliteIdentifiers::quote).toList();
    return groups(key.table(), keys, List.of());
  }

  /** The rows that do not satisfy a check. One that is null does. */
  String violations(CheckConstraint check) {
    return "SELECT count(*) %s WHERE NOT (%s)"
        .formatted(withAdded(check.table()), check.expression());
  }

  /** The rows that refer to nothing; all that refer where there is nothing to refer to yet. */
  String orphans(ForeignKey key) {
    var name = quote(key.table().name());
    var here = key.columns().stream().map(column -> name + "." + quote(column)).toList();
    var conditions = new ArrayList<>(here.stream().map(column -> column + " IS NOT NULL").toList());
    var there = referenced(key);
    if (there.stream().allMatch(it -> holds(key.referencedTable(), it)) && !there.isEmpty()) {
      var equal = new ArrayList<String>();
      for (var i = 0; i < here.size(); i++) {
        equal.add("r." + quote(there.get(i)) + " = " + here.get(i));
      }
      conditions.add(
          "NOT EXISTS (SELECT 1 FROM %s AS r WHERE %s)"
              .formatted(quote(key.referencedTable().name()), String.join(" AND ", equal)));
    }
    return "SELECT count(*) %s WHERE %s"
        .formatted(withAdded(key.table()), String.join(" AND ", conditions));
  }

  /** The rows with a value that STRICT refuses: https://sqlite.org/stricttables.html. */
  String unlikeTheirTypes(ObjectId table) {
    var conditions = new ArrayList<String>();
    for (var column : parts.to().of(table, Column.class)) {
      if (schemas.from().holds(column.id())) {
        var name = quote(column.id().name());
        conditions.add(
            switch (column.type().toUpperCase(Locale.ROOT)) {
              case "INT", "INTEGER" ->
                  ("typeof(%1$s) = 'blob' OR typeof(%1$s) = 'real' AND %1$s <> CAST(%1$s AS INTEGER)"
                          + " OR typeof(%1$s) = 'text'"
                          + " AND CAST(CAST(%1$s AS INTEGER) AS TEXT) <> %1$s")
                      .formatted(name);
              case "REAL" ->
                  ("typeof(%1$s) = 'blob' OR typeof(%1$s) = 'text'"
                          + " AND CAST(CAST(%1$s AS REAL) AS TEXT) <> %1$s"
                          + " AND CAST(CAST(%1$s AS INTEGER) AS TEXT) <> %1$s")
                      .formatted(name);
              case "TEXT" -> "typeof(%s) = 'blob'".formatted(name);
              case "BLOB" -> "typeof(%s) NOT IN ('blob', 'null')".formatted(name);
              default -> "false";
            });
      }
    }
    return conditions.isEmpty()
        ? rows(table)
        : rows(table) + " WHERE " + String.join(" OR ", conditions);
  }

  /**
   * Of a query that counts rows or groups of them, the one that gives the primary keys of up to
   * five of those rows. Empty where more is counted than what fails for certain.
   */
  Optional<String> culprits(ObjectId table, String count) {
    var start = "SELECT count(*) FROM ";
    var groups = "SELECT count(*) FROM (SELECT 1 ";
    if (count.startsWith(groups) && count.endsWith(" HAVING count(*) > 1)")) {
      var rest = count.substring(groups.length(), count.length() - 1);
      return key(table)
          .map(
              key ->
                  "SELECT min(%1$s) || ' and ' || max(%1$s) %2$s ORDER BY 1 LIMIT 5"
                      .formatted(key, rest));
    }
    return count.startsWith(start) && (count.contains(" WHERE ") || count.equals(rows(table)))
        ? key(table)
            .map(
                key ->
                    "SELECT %s %s ORDER BY 1 LIMIT 5"
                        .formatted(key, count.substring("SELECT count(*) ".length())))
        : Optional.empty();
  }

  private Optional<String> key(ObjectId table) {
    return schemas
        .from()
        .find(table)
        .map(
            it ->
                parts.from().of(table, Key.class).stream()
                    .filter(Key::primary)
                    .map(Key::columns)
                    .findFirst()
                    .orElse(List.of()))
        .map(
            columns ->
                columns.isEmpty()
                    ? "NULL"
                    : columns.stream()
                        .map(SqliteIdentifiers::quote)
                        .collect(Collectors.joining(" || ', ' || ")));
  }

  private List<String> referenced(ForeignKey key) {
    if (!key.referencedColumns().isEmpty()) {
      return key.referencedColumns();
    }
    return parts.from().of(key.referencedTable(), Key.class).stream()
        .filter(Key::primary)
        .map(Key::columns)
        .findFirst()
        .orElse(List.of());
  }

  private String groups(ObjectId table, List<String> keys, List<String> where) {
    var conditions = new ArrayList<>(where);
    keys.forEach(key -> conditions.add(key + " IS NOT NULL"));
    return "SELECT count(*) FROM (SELECT 1 %s WHERE %s GROUP BY %s HAVING count(*) > 1)"
        .formatted(withAdded(table), String.join(" AND ", conditions), String.join(", ", keys));
  }

  private static String from(ObjectId table) {
    return "FROM %1$s AS %1$s".formatted(quote(table.name()));
  }

  private String withAdded(ObjectId table) {
    var added =
        parts.to().of(table, Column.class).stream()
            .filter(column -> !schemas.from().holds(column.id()))
            .map(column -> value(column) + " AS " + quote(column.id().name()))
            .collect(Collectors.joining(", "));
    return added.isEmpty()
        ? from(table)
        : "FROM (SELECT o.*, %1$s FROM %2$s AS o) AS %2$s".formatted(added, quote(table.name()));
  }

  private String value(Column column) {
    var value = new ObjectId(ObjectKind.DEFAULT, column.id().path());
    var expression = schemas.to().find(value).map(it -> ((Default) it).expression()).orElse("NULL");
    return "(" + column.generated().map(Column.Generated::expression).orElse(expression) + ")";
  }

  private boolean holds(ObjectId table, String column) {
    return schemas.from().holds(table.member(ObjectKind.COLUMN, column));
  }
}
