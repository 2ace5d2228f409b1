package dev.tidegate.copy;

import dev.tidegate.copy.TableFacts.Trait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads from SQLite what copying needs to know, with one query a kind of fact. */
final class SqliteCatalog {
  /**
   * Column {@code hidden} is 1 for those of virtual tables, 2 and 3 for generated ones.
   * https://www.sqlite.org/pragma.html#pragma_table_xinfo
   */
  private static final String COLUMNS =
      """
      SELECT l.name AS table_name, l.strict, l.wr, x.name, x.type, x."notnull" AS not_null,
        x.dflt_value IS NOT NULL AS filled, x.pk, x.hidden
      FROM pragma_table_list l JOIN pragma_table_xinfo(l.name) x
      WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY l.name, x.cid
      """;

  private static final String REFERENCES =
      """
      SELECT l.name, f."table" FROM pragma_table_list l JOIN pragma_foreign_key_list(l.name) f
      WHERE l.schema = 'main' AND l.type = 'table'
      """;

  private SqliteCatalog() {}

  /** All tables that rows can be copied from or into: no views, no virtual tables. */
  static List<TableFacts> read(Connection connection) throws SQLException {
    var tables = new LinkedHashMap<String, Draft>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        tables.computeIfAbsent(rows.getString("table_name"), name -> new Draft()).add(rows);
      }
    }
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(REFERENCES)) {
      while (rows.next()) {
        var draft = tables.get(rows.getString(1));
        if (draft != null) {
          draft.references.add(rows.getString(2));
        }
      }
    }
    return tables.entrySet().stream().map(e -> e.getValue().facts(e.getKey(), tables)).toList();
  }

  /** Virtual tables, whose rows are kept by a module. */
  static List<String> virtualTables(Connection connection) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual'"
                    + " ORDER BY name")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  /** A table while its rows are read. */
  private static final class Draft {
    private final List<ColumnFacts> columns = new ArrayList<>();
    private final Map<Integer, String> key = new TreeMap<>();
    private final Set<String> references = new HashSet<>();
    private boolean withoutRowid;

    void add(ResultSet rows) throws SQLException {
      withoutRowid = rows.getBoolean("wr");
      var name = rows.getString("name");
      var place = rows.getInt("pk");
      if (place > 0) {
        key.put(place, name);
      }
      columns.add(
          new ColumnFacts(
              name,
              ColumnType.dynamic(String.valueOf(rows.getString("type")), rows.getBoolean("strict")),
              rows.getInt("hidden") > 1,
              !rows.getBoolean("not_null") || rows.getBoolean("filled")));
    }

    /** Foreign keys name tables in any case, and tables that may not be there. */
    TableFacts facts(String name, Map<String, Draft> tables) {
      var others = new HashSet<List<String>>();
      for (var other : tables.keySet()) {
        if (!other.equals(name) && references.stream().anyMatch(other::equalsIgnoreCase)) {
          others.add(List.of(other));
        }
      }
      return new TableFacts(
          List.of(name),
          columns,
          List.copyOf(key.values()),
          others,
          withoutRowid ? Set.of(Trait.WITHOUT_ROWID) : Set.of());
    }
  }
}
