package dev.tidegate.scenario;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows that a plan has to keep: of each table of both sides the columns of both sides. */
public final class KeptRows {
  private final Map<ObjectId, List<String>> columns = new TreeMap<>();

  /** What both of these schemas have a place for. */
  public KeptRows(Pair<Schema> schemas) {
    var parts = schemas.map(Parts::new);
    for (var table : schemas.from().all(Table.class)) {
      if (schemas.to().holds(table.id())) {
        var names = new ArrayList<>(stored(parts.from(), table));
        names.retainAll(stored(parts.to(), table));
        if (!names.isEmpty()) {
          columns.put(table.id(), names);
        }
      }
    }
  }

  /** The rows that are there now, sorted. */
  public Map<ObjectId, List<String>> in(Connection connection) throws SQLException {
    var found = new TreeMap<ObjectId, List<String>>();
    for (var entry : columns.entrySet()) {
      found.put(entry.getKey(), rows(connection, entry.getKey(), entry.getValue()));
    }
    return found;
  }

  /** Columns that hold data of their own. */
  private static List<String> stored(Parts parts, Table table) {
    return parts.of(table.id(), Column.class).stream()
        .filter(column -> column.generated().isEmpty())
        .map(column -> column.id().name())
        .toList();
  }

  private static List<String> rows(Connection connection, ObjectId table, List<String> names)
      throws SQLException {
    var sql =
        names.stream().map(KeptRows::quoted).collect(Collectors.joining(", ", "select ", " from "))
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
