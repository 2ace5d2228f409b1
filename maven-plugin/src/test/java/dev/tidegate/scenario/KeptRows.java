package dev.tidegate.scenario;

import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows that a plan has to keep: of each table of both sides the columns of both sides. */
public final class KeptRows {
  private final List<Rename> renames;
  private final List<Kept> kept = new ArrayList<>();

  /** Columns of a table that hold data on both sides, under both names. */
  private record Kept(ObjectId from, List<String> columns, ObjectId to, List<String> renamed) {}

  /** What both of these schemas have a place for. */
  public KeptRows(Pair<Schema> schemas) {
    this(schemas, List.of());
  }

  /** What both of these schemas have a place for, after renames. */
  public KeptRows(Pair<Schema> schemas, List<Rename> renames) {
    this.renames = List.copyOf(renames);
    var parts = schemas.map(Parts::new);
    var reshaped = reshaped(schemas);
    for (var table : schemas.from().all(Table.class)) {
      var to = Rename.after(table.id(), renames);
      if (schemas.to().holds(to) && isHere(schemas, table.id(), to)) {
        var there = stored(parts.to(), to);
        var columns = new ArrayList<String>();
        var renamed = new ArrayList<String>();
        for (var column : stored(parts.from(), table.id())) {
          var after = Rename.after(column, renames);
          var comparable = Collections.disjoint(schemas.from().dependenciesOf(column), reshaped);
          if (there.contains(after) && comparable) {
            columns.add(column.name());
            renamed.add(after.name());
          }
        }
        if (!columns.isEmpty()) {
          kept.add(new Kept(table.id(), columns, to, renamed));
        }
      }
    }
  }

  /**
   * The rows of a foreign table lie elsewhere, where no test reaches; those of a partitioned table
   * in its partitions, which come and go.
   */
  private static boolean isHere(Pair<Schema> schemas, ObjectId from, ObjectId to) {
    return isHere(schemas.from(), from) && isHere(schemas.to(), to);
  }

  private static boolean isHere(Schema schema, ObjectId table) {
    var partitioned =
        schema
            .find(table)
            .filter(it -> it instanceof Table found && found.partitionKey().isPresent());
    return partitioned.isEmpty()
        && schema.all(Table.class).stream()
            .filter(Table::foreign)
            .noneMatch(
                it ->
                    it.id().equals(table)
                        || it.inherits().contains(table)
                        || it.partition()
                            .filter(place -> place.parent().equals(table))
                            .isPresent());
  }

  /** The rows that are there now, sorted, as they should be afterwards. */
  public Map<ObjectId, List<String>> in(Connection connection) throws SQLException {
    var found = new TreeMap<ObjectId, List<String>>();
    for (var each : kept) {
      var rows = rows(connection, each.from(), each.columns()).stream().map(this::relabelled);
      found.put(each.to(), rows.sorted().toList());
    }
    return found;
  }

  /** The rows that are there after the plan. */
  public Map<ObjectId, List<String>> after(Connection connection) throws SQLException {
    var found = new TreeMap<ObjectId, List<String>>();
    for (var each : kept) {
      found.put(each.to(), rows(connection, each.to(), each.renamed()));
    }
    return found;
  }

  private String relabelled(String row) {
    var text = row;
    for (var rename : renames) {
      if (rename.id().kind() == ObjectKind.ENUM_LABEL) {
        text = text.replaceAll("\\b" + rename.id().name() + "\\b", rename.name());
      }
    }
    return text;
  }

  /** Row types whose attributes go, come or move: their values are not the same text afterwards. */
  private static Set<ObjectId> reshaped(Pair<Schema> schemas) {
    var reshaped = new TreeSet<ObjectId>();
    for (var type : schemas.from().all(CompositeType.class)) {
      var after = schemas.to().find(type.id());
      if (after.orElse(type) instanceof CompositeType to && !names(type).equals(names(to))) {
        reshaped.add(type.id());
      }
    }
    var grown = true;
    while (grown) {
      grown =
          reshaped.addAll(
              schemas.from().objects().values().stream()
                  .filter(it -> it instanceof CompositeType || it instanceof Domain)
                  .map(SchemaObject::id)
                  .filter(it -> !Collections.disjoint(schemas.from().dependenciesOf(it), reshaped))
                  .toList());
    }
    return reshaped;
  }

  private static List<String> names(CompositeType type) {
    return type.attributes().stream().map(CompositeType.Attribute::name).toList();
  }

  /** Columns that hold data of their own. */
  private static List<ObjectId> stored(Parts parts, ObjectId table) {
    return parts.of(table, Column.class).stream()
        .filter(column -> column.generated().isEmpty())
        .map(Column::id)
        .toList();
  }

  private static List<String> rows(Connection connection, ObjectId table, List<String> names)
      throws SQLException {
    var sql =
        names.stream().map(KeptRows::quoted).collect(Collectors.joining(", ", "select ", " from "))
            // A parent shows the rows of its children, which may have left it.
            + (table.path().size() > 1 ? "only " : "")
            + table.path().stream().map(KeptRows::quoted).collect(Collectors.joining("."));
    var rows = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        var row = new ArrayList<String>();
        for (var i = 1; i <= names.size(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    Collections.sort(rows);
    return rows;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
