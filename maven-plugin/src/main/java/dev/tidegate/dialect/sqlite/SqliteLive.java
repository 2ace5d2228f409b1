package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a SQLite database tells beside its schema. */
public final class SqliteLive implements LiveDatabase {
  private static final String FACTS =
      """
      SELECT sqlite_version(), (SELECT encoding FROM pragma_encoding),
             (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)""";
  private static final String TABLES =
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY name""";

  /** A compound SELECT has at most 500 terms: https://sqlite.org/limits.html */
  private static final int MOST_TERMS = 400;

  @Override
  public Facts facts(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(FACTS)) {
      row.next();
      var version = row.getString(1);
      return new Facts(
          version,
          Integer.parseInt(version.substring(0, version.indexOf('.'))),
          "",
          List.of(),
          Optional.empty(),
          false,
          row.getString(2),
          Optional.of(row.getLong(3)));
    }
  }

  /** None: a table that is rebuilt under its name is another table to SQLite. */
  @Override
  public SortedMap<ObjectId, String> identities(Connection connection) {
    return new TreeMap<>();
  }

  @Override
  public SortedMap<ObjectId, Long> rows(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    var found = new TreeMap<ObjectId, Long>();
    for (var start = 0; start < names.size(); start += MOST_TERMS) {
      count(connection, names.subList(start, Math.min(names.size(), start + MOST_TERMS)), found);
    }
    return found;
  }

  private void count(Connection connection, List<String> names, SortedMap<ObjectId, Long> found)
      throws SQLException {
    var counts = names.stream().map(n -> "SELECT count(*) FROM " + quoted(n)).toList();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(String.join(" UNION ALL ", counts))) {
      for (var name : names) {
        row.next();
        found.put(ObjectId.of(ObjectKind.TABLE, name), row.getLong(1));
      }
    }
  }

  @Override
  public boolean hasTable(Connection connection, Optional<String> namespace, String name)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")) {
      statement.setString(1, name);
      try (var row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public String qualified(Optional<String> namespace, String name) {
    return quoted(name);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
