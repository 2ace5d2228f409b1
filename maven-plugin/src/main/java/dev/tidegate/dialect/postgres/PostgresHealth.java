package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Health;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sequences that no longer fit their columns, constraints and indexes that do not hold. */
final class PostgresHealth {
  private static final int COLUMNS_A_QUERY = 200;

  /**
   * Sequences of serial and identity columns that rise. The highest value is quickly found only
   * where the column is the first of an index, or the table is small.
   */
  private static final String COLUMNS =
      """
      SELECT format('%I.%I', sn.nspname, s.relname), format('%I.%I', n.nspname, c.relname),
        format('%I', a.attname), n.nspname || '.' || c.relname || '.' || a.attname,
        pg_sequence_last_value(s.oid), coalesce(pg_sequence_last_value(s.oid) + q.seqincrement,
          q.seqstart), least(q.seqmax, CASE a.atttypid WHEN 'int2'::regtype THEN 32767
          WHEN 'int4'::regtype THEN 2147483647 ELSE 9223372036854775807 END), q.seqcycle,
        c.reltuples < 100000 OR EXISTS (SELECT 1 FROM pg_index i JOIN pg_class x
          ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam AND m.amname = 'btree'
          WHERE i.indrelid = c.oid AND i.indisvalid AND i.indpred IS NULL
            AND i.indkey[0] = a.attnum)
      FROM pg_depend d
      JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
      JOIN pg_namespace sn ON sn.oid = s.relnamespace
      JOIN pg_sequence q ON q.seqrelid = s.oid AND q.seqincrement > 0
      JOIN pg_class c ON c.oid = d.refobjid AND c.relkind IN ('r', 'p')
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
      JOIN pg_type t ON t.oid = a.atttypid AND t.typcategory = 'N'
      WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
        AND d.deptype IN ('a', 'i') AND n.nspname !~ '^pg_'
        AND has_table_privilege(s.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE')
        AND has_column_privilege(c.oid, a.attnum, 'SELECT')
      ORDER BY 1, 2""";

  /** Of version 18 there are constraints that nobody wants enforced, and so none that hold. */
  private static final String UNFINISHED =
      """
      SELECT 'constraint ' || k.conname || ' on ' || n.nspname || '.' || c.relname
        || ' is NOT VALID: rows that were there before may break it'
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT k.convalidated AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true'
        AND n.nspname !~ '^pg_'
      UNION ALL
      SELECT 'index ' || n.nspname || '.' || x.relname || ' is INVALID: it is written and never read'
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid AND x.relkind = 'i'
      JOIN pg_namespace n ON n.oid = x.relnamespace
      WHERE NOT i.indisvalid AND n.nspname !~ '^pg_'
      ORDER BY 1""";

  private final Connection connection;
  private final List<Health.Behind> behind = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private PostgresHealth(Connection connection) {
    this.connection = connection;
  }

  static Health of(Connection connection) throws SQLException {
    var health = new PostgresHealth(connection);
    var columns = health.columns();
    for (var first = 0; first < columns.size(); first += COLUMNS_A_QUERY) {
      health.judge(columns.subList(first, Math.min(columns.size(), first + COLUMNS_A_QUERY)));
    }
    health.unfinished();
    return new Health(health.behind, health.notes);
  }

  private record Numbered(String sequence, String table, String column, String name, long next) {
    String highest(int number) {
      return "SELECT %d, (SELECT max(%s) FROM %s)::numeric".formatted(number, column, table);
    }
  }

  private List<Numbered> columns() throws SQLException {
    var found = new ArrayList<Numbered>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        var sequence = row.getString(1);
        var last = Optional.ofNullable(row.getBigDecimal(5)).map(it -> it.longValue());
        var name = row.getString(4);
        var most = row.getLong(7);
        if (last.isPresent() && !row.getBoolean(8) && last.get() / 0.9 >= most) {
          notes.add(
              "sequence %s stands at %,d; %s takes no more than %,d"
                  .formatted(sequence, last.get(), name, most));
        }
        if (row.getBoolean(9)) {
          found.add(
              new Numbered(sequence, row.getString(2), row.getString(3), name, row.getLong(6)));
        } else {
          notes.add(
              "whether sequence %s is behind %s was not looked at: the column leads no index"
                  .formatted(sequence, name));
        }
      }
    }
    return found;
  }

  private void judge(List<Numbered> columns) throws SQLException {
    var query = new ArrayList<String>();
    for (var i = 0; i < columns.size(); i++) {
      query.add(columns.get(i).highest(i));
    }
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(query.stream().collect(Collectors.joining(" UNION ALL ")))) {
      while (row.next()) {
        var highest = row.getBigDecimal(2);
        var column = columns.get(row.getInt(1));
        if (highest != null && highest.longValue() >= column.next()) {
          behind.add(behind(column, highest.longValue()));
        }
      }
    }
  }

  private static Health.Behind behind(Numbered column, long highest) {
    return new Health.Behind(
        column.sequence(),
        "sequence %s gives %,d next, and %s is at %,d already"
            .formatted(column.sequence(), column.next(), column.name(), highest),
        "SELECT setval('%s', (SELECT max(%s) FROM %s))"
            .formatted(column.sequence().replace("'", "''"), column.column(), column.table()));
  }

  private void unfinished() throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(UNFINISHED)) {
      while (row.next()) {
        notes.add(row.getString(1));
      }
    }
  }
}
