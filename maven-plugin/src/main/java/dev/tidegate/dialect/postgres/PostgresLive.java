package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Health;
import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.dialect.RowCount;
import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
             pg_backend_pid(), current_setting('search_path')""";

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

  private static final String OWN_TABLES =
      """
      SELECT n.nspname, c.relname, c.relkind IN ('r', 'p'), has_table_privilege(c.oid, 'SELECT')
               AND has_schema_privilege(n.oid, 'USAGE')
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_'
      ORDER BY 1, 2""";

  /**
   * -1 where a table was never analysed; then what was counted since the server's statistics began,
   * which a replica and a server after a crash begin anew. A table of some size without either is
   * not empty: https://www.postgresql.org/docs/current/catalog-pg-class.html
   */
  private static final String ROWS =
      """
      SELECT n.nspname, c.relname,
             CASE WHEN c.relkind = 'p' THEN
               (SELECT sum(greatest(p.reltuples, 0)) FROM pg_partition_tree(c.oid) t
                JOIN pg_class p ON p.oid = t.relid WHERE t.isleaf)
             WHEN c.reltuples >= 0 THEN c.reltuples
             WHEN s.n_live_tup > 0 THEN s.n_live_tup
             WHEN pg_relation_size(c.oid) = 0 THEN 0 END::bigint
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";

  private static final String SIZES =
      """
      SELECT n.nspname, c.relname,
             CASE WHEN c.reltuples < 0 THEN coalesce(s.n_live_tup, 0) ELSE c.reltuples END::bigint,
             pg_total_relation_size(c.oid)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
      WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";

  /**
   * https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ACTIVITY-VIEW
   */
  private static final String OLD_TRANSACTIONS =
      """
      SELECT concat_ws(', ', 'process ' || pid, 'user ' || usename,
               'application ' || nullif(application_name, ''), state,
               'transaction open for ' ||
                 round(extract(epoch FROM clock_timestamp() - xact_start)) || ' s')
      FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_type = 'client backend'
        AND xact_start <= clock_timestamp() - make_interval(secs => ?)
      ORDER BY xact_start, pid""";

  /**
   * Each session once a table, with the strongest lock. A statement's words are not shown, since
   * they can hold data. https://www.postgresql.org/docs/current/view-pg-locks.html
   */
  private static final String HOLDERS =
      """
      SELECT DISTINCT ON (n.nspname, c.relname, l.pid) n.nspname, c.relname, l.mode,
             concat_ws(', ', 'process ' || l.pid, 'user ' || a.usename,
               'application ' || nullif(a.application_name, ''),
               nullif(a.backend_type, 'client backend'), a.state,
               'transaction open for ' ||
                 round(extract(epoch FROM clock_timestamp() - a.xact_start)) || ' s',
               CASE WHEN a.query ~ 'to prevent wraparound'
                 THEN 'autovacuum to prevent wraparound, which does not give way' END)
      FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.granted AND l.locktype = 'relation' AND l.pid <> pg_backend_pid()
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      ORDER BY n.nspname, c.relname, l.pid,
        array_position(ARRAY['AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock',
          'ShareLock', 'ShareUpdateExclusiveLock', 'RowExclusiveLock', 'RowShareLock',
          'AccessShareLock'], l.mode)""";

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
          SearchPath.vanished(row.getString(10), names(row), row.getString(3)),
          Optional.ofNullable(row.getString(5)),
          row.getBoolean(6),
          row.getBoolean(8),
          row.getLong(9),
          row.getString(7),
          Optional.empty());
    }
  }

  @Override
  public List<OwnTable> ownTables(Connection connection) throws SQLException {
    var found = new ArrayList<OwnTable>();
    try (var statement = connection.prepareStatement(OWN_TABLES)) {
      statement.setArray(1, connection.createArrayOf("text", Scope.OWN_TABLES.toArray()));
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new OwnTable(
                  Optional.of(row.getString(1)),
                  row.getString(2),
                  row.getBoolean(3),
                  row.getBoolean(4)));
        }
      }
    }
    return found;
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
  public SortedMap<ObjectId, RowCount> rows(Connection connection) throws SQLException {
    var found = new TreeMap<ObjectId, RowCount>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(ROWS)) {
      while (row.next()) {
        var rows = row.getLong(3);
        found.put(
            ObjectId.of(ObjectKind.TABLE, row.getString(1), row.getString(2)),
            row.wasNull() ? RowCount.unknown("never analysed") : RowCount.of(rows));
      }
    }
    return found;
  }

  @Override
  public SortedMap<ObjectId, RowCount> countedRows(Connection connection, List<String> namespaces)
      throws SQLException {
    return ExactRows.of(connection, namespaces);
  }

  @Override
  public Health health(Connection connection) throws SQLException {
    return PostgresHealth.of(connection);
  }

  @Override
  public void limit(Connection connection, int millis) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = " + millis);
    }
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
  public List<String> oldTransactions(Connection connection, int seconds) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.prepareStatement(OLD_TRANSACTIONS)) {
      statement.setInt(1, seconds);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
    }
    return found;
  }

  @Override
  public Optional<String> limiting(long millis) {
    return Optional.of("SET LOCAL statement_timeout = " + millis);
  }

  @Override
  public Optional<String> objection(Connection connection, String sql) throws SQLException {
    return HarmlessSql.objection(connection, sql);
  }

  @Override
  public String condition(SQLException failure) {
    return ConditionName.of(failure);
  }

  @Override
  public void beginLook(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      // Rows that a policy hides would count as not there: better no answer.
      // https://www.postgresql.org/docs/current/ddl-rowsecurity.html
      statement.execute("SET LOCAL row_security = off");
      // Otherwise a backslash could end a text elsewhere than where it was read.
      statement.execute("SET LOCAL standard_conforming_strings = on");
    }
  }

  @Override
  public SortedMap<ObjectId, Size> sizes(Connection connection) throws SQLException {
    var found = new TreeMap<ObjectId, Size>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(SIZES)) {
      while (row.next()) {
        found.put(
            ObjectId.of(ObjectKind.TABLE, row.getString(1), row.getString(2)),
            new Size(row.getLong(3), row.getLong(4)));
      }
    }
    return found;
  }

  @Override
  public List<Blocker> blockers(Connection connection, Collection<ObjectId> tables)
      throws SQLException {
    var wanted = Set.copyOf(tables);
    var found = new ArrayList<Blocker>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(HOLDERS)) {
      while (row.next()) {
        var table = ObjectId.of(ObjectKind.TABLE, row.getString(1), row.getString(2));
        if (wanted.contains(table)) {
          found.add(
              new Blocker(table, PostgresLocks.of(row.getString(3)).label(), row.getString(4)));
        }
      }
    }
    return found;
  }

  @Override
  public String renaming(ObjectId id, String name) {
    var space = PostgresIdentifiers.quote(id.path().get(0));
    var to = PostgresIdentifiers.quote(name);
    if (id.kind() == ObjectKind.NAMESPACE) {
      return "ALTER SCHEMA %s RENAME TO %s".formatted(space, to);
    }
    var outer = space + "." + PostgresIdentifiers.quote(id.path().get(1));
    if (id.kind() == ObjectKind.COLUMN) {
      return "ALTER TABLE %s RENAME COLUMN %s TO %s"
          .formatted(outer, PostgresIdentifiers.quote(id.name()), to);
    }
    if (id.kind() == ObjectKind.ENUM) {
      return id.path().size() == 2
          ? "ALTER TYPE %s RENAME TO %s".formatted(outer, to)
          : "ALTER TYPE %s RENAME VALUE %s TO %s"
              .formatted(
                  outer, PostgresIdentifiers.literal(id.name()), PostgresIdentifiers.literal(name));
    }
    return "ALTER TABLE %s RENAME TO %s".formatted(outer, to);
  }

  @Override
  public String qualified(Optional<String> namespace, String name) {
    return namespace.map(space -> PostgresIdentifiers.quote(space) + ".").orElse("")
        + PostgresIdentifiers.quote(name);
  }
}
