package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.RowCount;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the rows of all tables that the role may read, many tables a query. */
final class ExactRows {
  private static final int TABLES_A_QUERY = 200;

  /** A role under row security would count what it sees and take it for all there is. */
  private static final String TABLES =
      """
      SELECT n.nspname, c.relname,
             CASE WHEN NOT has_schema_privilege(n.oid, 'USAGE')
                    OR NOT has_table_privilege(c.oid, 'SELECT') THEN 'not readable'
                  WHEN row_security_active(c.oid) THEN 'row security hides rows' END
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      ORDER BY 1, 2""";

  private ExactRows() {}

  static SortedMap<ObjectId, RowCount> of(Connection connection, List<String> namespaces)
      throws SQLException {
    var counts = new TreeMap<ObjectId, RowCount>();
    var readable = readable(connection, namespaces, counts);
    for (var first = 0; first < readable.size(); first += TABLES_A_QUERY) {
      var some = readable.subList(first, Math.min(readable.size(), first + TABLES_A_QUERY));
      count(connection, some, counts);
    }
    return counts;
  }

  private static List<ObjectId> readable(
      Connection connection, List<String> namespaces, SortedMap<ObjectId, RowCount> counts)
      throws SQLException {
    var readable = new ArrayList<ObjectId>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        if (!namespaces.isEmpty() && !namespaces.contains(row.getString(1))) {
          continue;
        }
        var id = ObjectId.of(ObjectKind.TABLE, row.getString(1), row.getString(2));
        var why = row.getString(3);
        if (why == null) {
          readable.add(id);
        } else {
          counts.put(id, RowCount.unknown(why));
        }
      }
    }
    return readable;
  }

  private static void count(
      Connection connection, List<ObjectId> tables, SortedMap<ObjectId, RowCount> counts)
      throws SQLException {
    var parts = new ArrayList<String>();
    for (var i = 0; i < tables.size(); i++) {
      var path = tables.get(i).path();
      parts.add(
          "SELECT %d, count(*) FROM %s.%s"
              .formatted(
                  i,
                  PostgresIdentifiers.quote(path.get(0)),
                  PostgresIdentifiers.quote(path.get(1))));
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(String.join(" UNION ALL ", parts))) {
      while (row.next()) {
        counts.put(tables.get(row.getInt(1)), RowCount.of(row.getLong(2)));
      }
    }
  }
}
