package dev.tidegate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sets the sequences that fill columns behind the highest value that the columns hold. */
final class PostgresSequences {
  /** Those of identity and serial columns, and those that a default names. */
  private static final String QUERY =
      """
      SELECT DISTINCT s.oid::regclass::text, n.nspname || '.' || c.relname AS table_name,
        format('%I.%I', n.nspname, c.relname) AS path, a.attname, q.seqstart, q.seqincrement
      FROM pg_depend d
      LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
      JOIN pg_class s ON s.relkind = 'S' AND s.oid =
        CASE WHEN f.oid IS NULL THEN d.objid ELSE d.refobjid END
      JOIN pg_sequence q ON q.seqrelid = s.oid
      JOIN pg_class c ON c.oid = coalesce(f.adrelid, d.refobjid)
      JOIN pg_attribute a ON a.attrelid = c.oid
        AND a.attnum = CASE WHEN f.oid IS NULL THEN d.refobjsubid ELSE f.adnum END
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i', 'n')
        AND d.classid IN ('pg_class'::regclass, 'pg_attrdef'::regclass)
        AND n.nspname || '.' || c.relname = ANY (?)
      ORDER BY 1
      """;

  private PostgresSequences() {}

  /**
   * Sets them.
   *
   * @param counters the highest number ever given, by the name of the source's table
   */
  static void set(Connection connection, List<TableCopy> tables, Map<String, Long> counters)
      throws SQLException {
    var statements = new ArrayList<String>();
    try (var statement = connection.prepareStatement(QUERY)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", tables.stream().map(table -> table.to().display()).toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var table = rows.getString("table_name");
          var given =
              tables.stream()
                  .filter(copy -> copy.to().display().equals(table))
                  .map(copy -> counters.get(copy.from().display()))
                  .filter(java.util.Objects::nonNull)
                  .findFirst();
          var rising = rows.getLong("seqincrement") > 0;
          statements.add(
              setting(
                  rows.getString(1),
                  (rising ? "max(" : "min(") + Sql.name(rows.getString("attname")) + ")::bigint",
                  rising && given.isPresent() ? given.get().toString() : "NULL",
                  rows.getString("path"),
                  rows.getLong("seqstart")));
        }
      }
    }
    for (var statement : statements) {
      Sql.execute(connection, statement);
    }
  }

  /** With {@code is_called} the next value is the one after; an empty table starts at the start. */
  private static String setting(
      String sequence, String extreme, String given, String table, long start) {
    return """
        SELECT setval(%s, coalesce(last, %d), last IS NOT NULL)
        FROM (SELECT greatest(%s, nullif(%s::bigint, 0)) AS last FROM %s) t
        """
        .formatted(Sql.literal(sequence), start, extreme, given, table);
  }
}
