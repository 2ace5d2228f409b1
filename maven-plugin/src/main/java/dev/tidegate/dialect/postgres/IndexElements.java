package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Index;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys and included columns of all indexes that are not those of a constraint. */
final class IndexElements {
  // An operator class goes without saying when it is the default of the column's own type, or of a
  // type that the column's is taken for, in which case text goes before character:
  // https://www.postgresql.org/docs/current/indexes-opclass.html
  private static final String QUESTION =
      """
      SELECT i.indexrelid, k.number <= i.indnkeyatts AS is_key, a.attname,
             CASE WHEN a.attname IS NULL
                  THEN pg_get_indexdef(i.indexrelid, k.number, false)
                  ELSE quote_ident(a.attname)
             END AS expression,
             CASE WHEN i.indcollation[k.number - 1] <> COALESCE(a.attcollation, 100)
                  THEN quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
             END AS collation,
             CASE WHEN ocn.nspname = 'pg_catalog' THEN quote_ident(oc.opcname)
                  ELSE quote_ident(ocn.nspname) || '.' || quote_ident(oc.opcname)
             END AS operator_class,
             oc.opcdefault
               AND NOT (oc.opcintype = 'bpchar'::regtype AND base.oid = 'varchar'::regtype)
               AND (oc.opcintype = base.oid
                    OR NOT EXISTS (SELECT FROM pg_opclass exact
                                   WHERE exact.opcmethod = oc.opcmethod AND exact.opcdefault
                                     AND exact.opcintype = base.oid)) AS is_default,
             x.attoptions, k.number, NULLIF(x.attstattarget, -1) AS statistics,
             CASE WHEN k.number <= i.indnkeyatts THEN i.indoption[k.number - 1] END AS ordering
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_class r ON r.oid = i.indrelid
      CROSS JOIN generate_series(1, i.indnatts) k (number)
      JOIN pg_attribute x ON x.attrelid = i.indexrelid AND x.attnum = k.number
      LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid
           AND a.attnum = i.indkey[k.number - 1] AND a.attnum <> 0
      LEFT JOIN pg_type t ON t.oid = COALESCE(a.atttypid, x.atttypid)
      LEFT JOIN pg_type base ON base.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
      LEFT JOIN pg_opclass oc ON k.number <= i.indnkeyatts AND oc.oid = i.indclass[k.number - 1]
      LEFT JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
      LEFT JOIN pg_collation co ON k.number <= i.indnkeyatts
           AND co.oid = i.indcollation[k.number - 1]
      LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
      WHERE c.relnamespace = :namespaces AND r.relkind IN ('r', 'p', 'm')
        AND NOT EXISTS (SELECT FROM pg_constraint con
                        WHERE con.conrelid = i.indrelid AND con.conindid = i.indexrelid
                          AND con.contype IN ('p', 'u', 'x'))
      ORDER BY i.indexrelid, k.number
      """;

  // The bits of pg_index.indoption: https://www.postgresql.org/docs/current/catalog-pg-index.html
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  private final Look look;
  private final Map<Long, List<Index.Element>> keys = new HashMap<>();
  private final Map<Long, List<String>> included = new HashMap<>();
  private final Map<Long, OptionSet> statistics = new HashMap<>();

  IndexElements(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION,
        row -> {
          var index = row.number("indexrelid");
          var target = row.optional("statistics");
          if (target.isPresent()) {
            var name = PostgresOptions.STATISTICS_OF + row.count("number");
            statistics.computeIfAbsent(index, key -> new OptionSet()).value(name, target);
          }
          if (row.flag("is_key")) {
            keys.computeIfAbsent(index, key -> new ArrayList<>()).add(element(row));
          } else {
            included.computeIfAbsent(index, key -> new ArrayList<>()).add(row.text("attname"));
          }
        });
  }

  List<Index.Element> keys(long index) {
    return keys.getOrDefault(index, List.of());
  }

  /** The statistics targets of expressions, where they are not the server's default. */
  OptionSet statistics(long index) {
    return statistics.getOrDefault(index, new OptionSet());
  }

  List<String> included(long index) {
    return included.getOrDefault(index, List.of());
  }

  private static Index.Element element(Row row) throws SQLException {
    return new Index.Element(
        row.optional("attname"),
        row.text("expression"),
        row.optional("collation"),
        operatorClass(row),
        order(row.count("ordering")));
  }

  private static Optional<String> operatorClass(Row row) throws SQLException {
    var parameters = new ArrayList<String>();
    for (var parameter : row.texts("attoptions")) {
      var equals = parameter.indexOf('=');
      var value = parameter.substring(equals + 1).replace("'", "''");
      parameters.add(parameter.substring(0, equals) + "='" + value + "'");
    }
    if (!parameters.isEmpty()) {
      // Parameters can only be written after the class, even if it is the default.
      return Optional.of(row.text("operator_class") + " (" + String.join(", ", parameters) + ")");
    }
    return row.flag("is_default") ? Optional.empty() : row.optional("operator_class");
  }

  private static String order(int bits) {
    var nullsFirst = (bits & NULLS_FIRST) != 0;
    if ((bits & DESCENDING) != 0) {
      return nullsFirst ? "DESC" : "DESC NULLS LAST";
    }
    return nullsFirst ? "NULLS FIRST" : "";
  }
}
