package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Inspector;
import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a SQLite database from the statements that <a
 * href="https://sqlite.org/schematab.html">sqlite_schema</a> stores. What the pragmas say of a
 * table's columns is compared with what was read from its statement, so that a table is either read
 * rightly or reported.
 */
public final class SqliteInspector implements Inspector {
  /** Names that begin like this are SQLite's own, and it lets nobody else use them. */
  private static final String OBJECTS =
      """
      SELECT m.type, m.name, m.tbl_name, m.sql, coalesce(l.type, '') AS table_kind
      FROM main.sqlite_schema AS m
      LEFT JOIN pragma_table_list AS l
        ON l.schema = 'main' AND l.name = m.name AND m.type = 'table'
      WHERE m.sql IS NOT NULL AND lower(substr(m.name, 1, 7)) <> 'sqlite_'
      ORDER BY m.type, m.name
      """;

  private static final String COLUMNS =
      """
      SELECT m.name AS table_name, c.name
      FROM main.sqlite_schema AS m
      JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = m.name AND l.type = 'table'
      JOIN pragma_table_xinfo(m.name, 'main') AS c
      WHERE m.type = 'table'
      ORDER BY m.name, c.cid
      """;

  @Override
  public Schema inspect(Connection connection, Scope scope) throws SQLException {
    var outside = connection.getAutoCommit();
    if (outside) {
      connection.setAutoCommit(false);
    }
    try {
      return new SchemaReader(scope, columns(connection)).read(objects(connection));
    } finally {
      if (outside) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static List<CatalogueRow> objects(Connection connection) throws SQLException {
    var objects = new ArrayList<CatalogueRow>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(OBJECTS)) {
      while (row.next()) {
        objects.add(
            new CatalogueRow(
                row.getString("type"),
                row.getString("name"),
                row.getString("tbl_name"),
                row.getString("sql"),
                row.getString("table_kind")));
      }
    }
    return objects;
  }

  private static Map<String, List<String>> columns(Connection connection) throws SQLException {
    var columns = new HashMap<String, List<String>>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        columns
            .computeIfAbsent(row.getString("table_name"), key -> new ArrayList<>())
            .add(row.getString("name"));
      }
    }
    return columns;
  }
}
