package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.dialect.RowCount;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a PostgreSQL server tells beside its schema. */
public final class PostgresLive implements LiveDatabase {
  private static final String FACTS =
      """
      SELECT current_setting('server_version'), current_setting('server_version_num')::int / 10000,
             current_user, current_schemas(false)::text[], current_schema(), pg_is_in_recovery(),
             current_setting('server_encoding'),
             current_setting('default_transaction_read_only')::boolean,
             pg_backend_pid()""";

  /**
   * Object identifiers survive a rename: https://www.postgresql.org/docs/current/datatype-oid.html
   */
  private static final String IDENTITIES =
      """
      SELECT 'NAMESPACE', n.nspname, NULL, NULL, n.oid, 0
      FROM pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      UNION ALL
      SELECT 'TABLE', n.nspname, c.relname, NULL, c.oid, 0
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      UNION ALL
      SELECT 'COLUMN', n.nspname, c.relname, a.attname, c.oid, a.attnum
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      UNION ALL
      SELECT 'ENUM', n.nspname, t.typname, e.enumlabel, e.oid, 0
      FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
      JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";

  /**
   * -1 where a table was never analysed:
   * https://www.postgresql.org/docs/current/catalog-pg-class.html
   */
  private static final String ROWS =
      """
      SELECT n.nspname, c.relname,
             CASE WHEN c.relkind = 'p' THEN
               (SELECT sum(greatest(p.reltuples, 0)) FROM pg_partition_tree(c.oid) t
                JOIN pg_class p ON p.oid = t.relid WHERE t.isleaf)
             WHEN c.reltuples < 0 THEN s.n_live_tup ELSE c.reltuples END::bigint
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";

  @Override
  public Facts facts(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(FACTS)) {
      row.next();
      return new Facts(
          row.getString(1),
          row.getInt(2),
          row.getString(3),
          names(row),
          Optional.ofNullable(row.getString(5)),
          row.getBoolean(6),
          row.getBoolean(8),
          row.getLong(9),
          row.getString(7),
          Optional.empty());
    }
  }

  @Override
  public long process(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public Birthmark birthmark(Connection connection) throws SQLException {
    return PostgresOrigin.birthmark(connection);
  }

  @Override
  public Optional<String> primary(Connection connection) throws SQLException {
    return PostgresOrigin.primary(connection);
  }

  @Override
  public String readOnlySource(Connection connection) throws SQLException {
    return PostgresOrigin.readOnlySource(connection);
  }

  @Override
  public Optional<String> listens(Connection connection) throws SQLException {
    return PostgresOrigin.listens(connection);
  }

  private static List<String> names(ResultSet row) throws SQLException {
    return Arrays.stream((Object[]) row.getArray(4).getArray()).map(String::valueOf).toList();
  }

  @Override
  public SortedMap<ObjectId, String> identities(Connection connection) throws SQLException {
    var found = new TreeMap<ObjectId, String>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(IDENTITIES)) {
      while (row.next()) {
        var kind = ObjectKind.valueOf(row.getString(1));
        var id = ObjectId.of(kind, row.getString(2));
        for (var part = 3; part <= 4; part++) {
          var name = row.getString(part);
          id = name == null ? id : id.member(kind, name);
        }
        found.put(id, kind + " " + row.getLong(5) + "." + row.getInt(6));
      }
    }
    return found;
  }

  @Override
  public SortedMap<ObjectId, Long> rows(Connection connection) throws SQLException {
    var found = new TreeMap<ObjectId, Long>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(ROWS)) {
      while (row.next()) {
        found.put(
            ObjectId.of(ObjectKind.TABLE, row.getString(1), row.getString(2)), row.getLong(3));
      }
    }
    return found;
  }

  @Override
  public SortedMap<ObjectId, RowCount> countedRows(Connection connection) throws SQLException {
    return ExactRows.of(connection);
  }

  @Override
  public boolean hasTable(Connection connection, Optional<String> namespace, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      statement.setString(1, qualified(namespace, name));
      try (var row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  @Override
  public String qualified(Optional<String> namespace, String name) {
    return namespace.map(space -> PostgresIdentifiers.quote(space) + ".").orElse("")
        + PostgresIdentifiers.quote(name);
  }
}
