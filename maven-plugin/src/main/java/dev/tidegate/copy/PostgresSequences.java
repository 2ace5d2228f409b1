package dev.tidegate.copy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sets the sequences that fill columns behind the furthest value that any of their columns holds. A
 * sequence never goes back, since somebody may hold a number that it gave; but it starts anew where
 * the rows of all its columns were replaced.
 */
final class PostgresSequences {
  /** Those of identity and serial columns, and those that a default names. */
  private static final String QUERY =
      """
      SELECT * FROM (
        SELECT DISTINCT s.oid::regclass::text AS sequence, n.nspname || '.' || c.relname AS display,
          format('%I.%I', n.nspname, c.relname) AS path, a.attname,
          q.seqstart, q.seqincrement > 0 AS rising, q.seqmin, q.seqmax,
          bool_and(n.nspname || '.' || c.relname = ANY (?)) OVER (PARTITION BY s.oid) AS whole
        FROM pg_depend d
        LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
        JOIN pg_class s ON s.relkind = 'S' AND s.oid =
          CASE WHEN f.oid IS NULL THEN d.objid ELSE d.refobjid END
        JOIN pg_sequence q ON q.seqrelid = s.oid
        JOIN pg_class c ON c.oid = coalesce(f.adrelid, d.refobjid)
        JOIN pg_attribute a ON a.attrelid = c.oid
          AND a.attnum = CASE WHEN f.oid IS NULL THEN d.refobjsubid ELSE f.adnum END
        JOIN pg_type t ON t.oid = a.atttypid AND t.typcategory = 'N'
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i', 'n')
          AND d.classid IN ('pg_class'::regclass, 'pg_attrdef'::regclass)) used
      WHERE display = ANY (?)
      ORDER BY sequence, path, attname
      """;

  private final Connection connection;
  private final boolean replaced;

  /**
   * Sequences of this database.
   *
   * @param replaced whether the rows that were in the tables are gone
   */
  PostgresSequences(Connection connection, boolean replaced) {
    this.connection = connection;
    this.replaced = replaced;
  }

  /** A sequence, and expressions of the numbers that it must be behind. */
  private record Counter(Facts facts, List<String> numbers) {}

  private record Facts(
      String name, long start, boolean rising, long least, long most, boolean startsAnew) {}

  /**
   * Sets them.
   *
   * @param counters the highest number ever given, by the name of the source's table
   */
  void set(List<TableCopy> tables, Map<String, Long> counters) throws SQLException {
    for (var counter : counters(tables, counters)) {
      Sql.execute(connection, setting(counter));
    }
  }

  private List<Counter> counters(List<TableCopy> tables, Map<String, Long> given)
      throws SQLException {
    var found = new LinkedHashMap<String, Counter>();
    var names = tables.stream().map(table -> table.to().display()).toArray();
    try (var statement = connection.prepareStatement(QUERY)) {
      statement.setArray(1, connection.createArrayOf("text", names));
      statement.setArray(2, connection.createArrayOf("text", names));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var facts = facts(rows);
          var counter =
              found.computeIfAbsent(facts.name(), name -> new Counter(facts, new ArrayList<>()));
          counter.numbers().add(furthest(facts, rows.getString("path"), rows.getString("attname")));
          var display = rows.getString("display");
          if (facts.rising()) {
            tables.stream()
                .filter(table -> table.to().display().equals(display))
                .map(table -> given.get(table.from().display()))
                .filter(Objects::nonNull)
                .filter(number -> number >= facts.least())
                .forEach(number -> counter.numbers().add(number.toString()));
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  private Facts facts(ResultSet row) throws SQLException {
    return new Facts(
        row.getString("sequence"),
        row.getLong("seqstart"),
        row.getBoolean("rising"),
        row.getLong("seqmin"),
        row.getLong("seqmax"),
        replaced && row.getBoolean("whole"));
  }

  /** Numbers on the side from which the sequence starts are none that it could give. */
  private static String furthest(Facts facts, String table, String column) {
    return "(SELECT %1$s(%2$s)::bigint FROM %3$s WHERE %2$s %4$s)"
        .formatted(
            facts.rising() ? "max" : "min",
            Sql.name(column),
            table,
            facts.rising() ? ">= " + facts.least() : "<= " + facts.most());
  }

  /** With {@code is_called} the next value is the one after; an empty table starts at the start. */
  private static String setting(Counter counter) {
    var facts = counter.facts();
    var name = Sql.literal(facts.name());
    var numbers = new ArrayList<>(counter.numbers());
    if (!facts.startsAnew()) {
      numbers.add("pg_sequence_last_value(" + name + "::regclass)");
    }
    return """
        SELECT setval(%s, coalesce(last, %d), last IS NOT NULL)
        FROM (SELECT %s(%s) AS last) furthest
        """
        .formatted(
            name, facts.start(), facts.rising() ? "greatest" : "least", String.join(", ", numbers));
  }
}
