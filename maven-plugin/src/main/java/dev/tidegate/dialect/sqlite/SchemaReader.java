package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a schema of what the catalogue holds. Not safe for several threads. */
final class SchemaReader {
  private final Scope scope;
  private final Map<String, List<String>> columns;
  private final List<SchemaObject> objects = new ArrayList<>();
  private final List<String> unmodelled = new ArrayList<>();

  /** Tables and views by their folded names, as SQLite finds them. */
  private final Map<String, ObjectId> relations = new HashMap<>();

  private final Map<ObjectId, Column> columnsById = new HashMap<>();
  private final Map<ObjectId, ExpressionText> expressions = new HashMap<>();

  /**
   * A reader.
   *
   * @param columns of each table, as the pragma lists them
   */
  SchemaReader(Scope scope, Map<String, List<String>> columns) {
    this.scope = scope;
    this.columns = columns;
  }

  Schema read(List<CatalogueRow> rows) {
    rows.forEach(this::register);
    rows.forEach(this::readTable);
    rows.forEach(this::readOther);
    return Schema.of(objects, new Dependencies(objects).all(), unmodelled);
  }

  private void register(CatalogueRow row) {
    var kind =
        switch (row.type()) {
          case "table" -> ObjectKind.TABLE;
          case "view" -> ObjectKind.VIEW;
          default -> ObjectKind.INDEX;
        };
    var id = ObjectId.of(kind, row.name());
    if (kind == ObjectKind.INDEX || scope.excludes(id)) {
      return;
    }
    relations.put(SqliteIdentifiers.fold(row.name()), id);
    if (row.tableKind().equals("shadow")) {
      return; // made by its virtual table, and reported or left out with that
    }
    if (kind == ObjectKind.TABLE && !row.tableKind().equals("table")) {
      unmodelled.add(row.tableKind() + " table " + row.name());
    } else if (kind == ObjectKind.TABLE) {
      var known = columns.getOrDefault(row.name(), List.of());
      expressions.put(id, new ExpressionText(row.name(), known));
    }
  }

  private void readTable(CatalogueRow row) {
    var id = ObjectId.of(ObjectKind.TABLE, row.name());
    var expression = expressions.get(id);
    if (!row.type().equals("table") || expression == null) {
      return;
    }
    try {
      var definition = CreateTableParser.parse(row.sql());
      var read = definition.columns().stream().map(TableDefinition.ColumnDefinition::name).toList();
      if (!read.equals(columns.get(row.name()))) {
        throw new SqlNotUnderstoodException("its columns are not those of the statement");
      }
      for (var object : new TableReader(id, expression, this::referenced).read(definition)) {
        objects.add(object);
        if (object instanceof Column column) {
          columnsById.put(column.id(), column);
        }
      }
    } catch (SqlNotUnderstoodException e) {
      report("table", row, e);
      expressions.remove(id);
    }
  }

  private void readOther(CatalogueRow row) {
    if (row.type().equals("table")) {
      return;
    }
    var relation = relations.get(SqliteIdentifiers.fold(row.table()));
    if (relation == null || isUnread(relation)) {
      return;
    }
    try {
      switch (row.type()) {
        case "index" -> index(row, relation);
        case "view" -> objects.add(CreateViewParser.parse(relation, row.sql()));
        default ->
            objects.add(
                new Trigger(
                    relation.member(ObjectKind.TRIGGER, row.name()), relation, row.sql(), 'O'));
      }
    } catch (SqlNotUnderstoodException e) {
      report(row.type(), row, e);
    }
  }

  private void index(CatalogueRow row, ObjectId table) {
    var expression = expressions.get(table);
    if (expression != null) {
      objects.add(
          new CreateIndexParser(row.name(), table, expression, columnsById).parse(row.sql()));
    }
  }

  /** Whether it is a table that is reported and not read, with everything that stands on it. */
  private boolean isUnread(ObjectId relation) {
    return relation.kind() == ObjectKind.TABLE && !expressions.containsKey(relation);
  }

  /** The table that a foreign key names, and the columns as that table spells them. */
  private TableReader.Referenced referenced(String table) {
    var id =
        Optional.ofNullable(relations.get(SqliteIdentifiers.fold(table)))
            .filter(known -> known.kind() == ObjectKind.TABLE)
            .orElse(ObjectId.of(ObjectKind.TABLE, table));
    var expression = expressions.get(id);
    return new TableReader.Referenced(
        id, name -> expression == null ? name : expression.column(name).orElse(name));
  }

  private void report(String type, CatalogueRow row, SqlNotUnderstoodException cause) {
    unmodelled.add(type + " " + row.name() + ": " + cause.getMessage());
  }
}
