package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.dialect.RowCount;
import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a SQLite file tells beside its schema. */
final class SqliteLive implements LiveDatabase {
  /** Parts of one compound query: https://sqlite.org/limits.html allows 500. */
  private static final int TABLES_A_QUERY = 200;

  private static final String FACTS =
      """
      SELECT sqlite_version() AS version, e.encoding, c.page_count * s.page_size AS bytes
      FROM pragma_encoding AS e, pragma_page_count AS c, pragma_page_size AS s
      """;

  private static final String TABLES =
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND lower(substr(name, 1, 7)) <> 'sqlite_'
      ORDER BY name
      """;

  private static final String COLUMNS =
      """
      SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
      WHERE t.schema = 'main' AND t.type = 'table' AND lower(substr(t.name, 1, 7)) <> 'sqlite_'
      """;

  private static final String TABLE =
      """
      SELECT 1 FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name = ? COLLATE NOCASE
      """;

  @Override
  public Facts facts(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(FACTS)) {
      row.next();
      var version = row.getString("version");
      return new Facts(
          version,
          Integer.parseInt(version.substring(0, version.indexOf('.'))),
          "",
          List.of(),
          List.of(),
          Optional.empty(),
          false,
          false,
          0,
          row.getString("encoding"),
          Optional.of(row.getLong("bytes")));
    }
  }

  @Override
  public List<OwnTable> ownTables(Connection connection) throws SQLException {
    var sql = "SELECT name, type FROM pragma_table_list WHERE schema = 'main' ORDER BY name";
    var found = new ArrayList<OwnTable>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        if (Scope.OWN_TABLES.contains(row.getString(1))) {
          var ordinary = row.getString(2).equals("table");
          found.add(new OwnTable(Optional.empty(), row.getString(1), ordinary, true));
        }
      }
    }
    return found;
  }

  @Override
  public long process(Connection connection) {
    return 0;
  }

  @Override
  public Birthmark birthmark(Connection connection) throws SQLException {
    var file = connection.getMetaData().getURL();
    return new Birthmark(file, Optional.of(file), Optional.empty());
  }

  @Override
  public Optional<String> primary(Connection connection) {
    return Optional.empty();
  }

  @Override
  public String readOnlySource(Connection connection) {
    return "the file";
  }

  @Override
  public Optional<String> listens(Connection connection) {
    return Optional.empty();
  }

  /**
   * SQLite numbers tables by their first page, which the next table may get, so it does not tell:
   * objects are known by the names they have at the start, and then followed.
   */
  @Override
  public SortedMap<ObjectId, String> identities(Connection connection) throws SQLException {
    var found = new TreeMap<ObjectId, String>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        var table = ObjectId.of(ObjectKind.TABLE, row.getString(1));
        var column = table.member(ObjectKind.COLUMN, row.getString(2));
        found.put(table, table.toString());
        found.put(column, column.toString());
      }
    }
    return found;
  }

  @Override
  public SortedMap<ObjectId, String> follow(
      SortedMap<ObjectId, String> before,
      SortedMap<ObjectId, String> after,
      List<String> statements) {
    return TableTrail.follow(before, after, statements);
  }

  /** Counted, since statistics are there only after somebody ran ANALYZE. */
  @Override
  public SortedMap<ObjectId, RowCount> rows(Connection connection) throws SQLException {
    var tables = tables(connection);
    var rows = new TreeMap<ObjectId, RowCount>();
    for (var first = 0; first < tables.size(); first += TABLES_A_QUERY) {
      var some = tables.subList(first, Math.min(tables.size(), first + TABLES_A_QUERY));
      try (var statement = connection.createStatement();
          var row = statement.executeQuery(counts(some))) {
        while (row.next()) {
          rows.put(ObjectId.of(ObjectKind.TABLE, row.getString(1)), RowCount.of(row.getLong(2)));
        }
      }
    }
    return rows;
  }

  @Override
  public boolean countsRows() {
    return true;
  }

  @Override
  public SortedMap<ObjectId, RowCount> countedRows(Connection connection, List<String> namespaces)
      throws SQLException {
    return rows(connection);
  }

  @Override
  public boolean hasTable(Connection connection, Optional<String> namespace, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(TABLE)) {
      statement.setString(1, name);
      try (var row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public String renaming(ObjectId id, String name) {
    var table = SqliteIdentifiers.quote(id.path().get(0));
    return id.kind() == ObjectKind.COLUMN
        ? "ALTER TABLE %s RENAME COLUMN %s TO %s"
            .formatted(table, SqliteIdentifiers.quote(id.name()), SqliteIdentifiers.quote(name))
        : "ALTER TABLE %s RENAME TO %s".formatted(table, SqliteIdentifiers.quote(name));
  }

  @Override
  public String qualified(Optional<String> namespace, String name) {
    return SqliteIdentifiers.quote(name);
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static String counts(List<String> tables) {
    return tables.stream()
        .map(
            table ->
                "SELECT '"
                    + table.replace("'", "''")
                    + "', count(*) FROM "
                    + SqliteIdentifiers.quote(table))
        .collect(Collectors.joining(" UNION ALL "));
  }
}
