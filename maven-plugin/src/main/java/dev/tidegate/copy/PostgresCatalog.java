package dev.tidegate.copy;

import dev.tidegate.copy.TableFacts.Trait;
import dev.tidegate.dialect.Scope;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from PostgreSQL's catalogue what copying needs to know, with one query a kind of fact. The
 * model of {@code schema} holds types as text; here they are taken down to base type and modifier.
 */
final class PostgresCatalog {
  /** Partitions are left out: their rows are those of the partitioned table. */
  private static final String IN_SCOPE =
      """
      c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND (cardinality(?::text[]) = 0 OR n.nspname = ANY (?::text[]))
        AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass
          AND e.objid = c.oid AND e.deptype = 'e')
      """;

  private static final String COLUMNS =
      """
      WITH RECURSIVE resolved (oid, base, typmod, not_null, filled) AS (
        SELECT oid, oid, -1, false, false FROM pg_type WHERE typtype <> 'd'
        UNION ALL
        SELECT d.oid, r.base, CASE WHEN d.typtypmod >= 0 THEN d.typtypmod ELSE r.typmod END,
          d.typnotnull OR r.not_null, d.typdefault IS NOT NULL OR r.filled
        FROM pg_type d JOIN resolved r ON r.oid = d.typbasetype WHERE d.typtype = 'd')
      SELECT n.nspname, c.relname, c.relkind = 'p' AS partitioned,
        row_security_active(c.oid) AS secured, pg_has_role(c.relowner, 'USAGE') AS owned,
        a.attname, format_type(a.atttypid, a.atttypmod) AS type,
        a.attnotnull OR r.not_null AS not_null,
        a.atthasdef OR a.attidentity <> '' OR r.filled AS filled,
        a.attgenerated <> '' AS generated,
        CASE WHEN b.typtype = 'e' THEN 'enum'
          WHEN b.typnamespace = 'pg_catalog'::regnamespace THEN b.typname ELSE '' END AS base,
        CASE WHEN a.atttypmod >= 0 THEN a.atttypmod ELSE r.typmod END AS typmod,
        ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = b.oid) AS labels
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN resolved r ON r.oid = a.atttypid
      JOIN pg_type b ON b.oid = r.base
      WHERE %s
      ORDER BY n.nspname, c.relname, a.attnum
      """
          .formatted(IN_SCOPE);

  private static final String CONSTRAINTS =
      """
      SELECT n.nspname, c.relname, k.contype = 'p' AS is_key,
        ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u (attnum, place)
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.attnum ORDER BY place) AS columns,
        rn.nspname AS other_schema, rc.relname AS other_name
      FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_class rc ON rc.oid = k.confrelid
      LEFT JOIN pg_namespace rn ON rn.oid = rc.relnamespace
      WHERE k.contype IN ('p', 'f') AND k.conparentid = 0 AND %s
      """
          .formatted(IN_SCOPE);

  private PostgresCatalog() {}

  /**
   * All tables that rows can be copied from or into.
   *
   * @param schemas their name spaces; empty for all that are not the system's
   */
  static List<TableFacts> read(Connection connection, List<String> schemas) throws SQLException {
    var tables = new LinkedHashMap<List<String>, Draft>();
    try (var statement = connection.prepareStatement(COLUMNS)) {
      var names = connection.createArrayOf("text", schemas.toArray());
      statement.setArray(1, names);
      statement.setArray(2, names);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var draft =
              tables.computeIfAbsent(
                  List.of(rows.getString("nspname"), rows.getString("relname")),
                  path -> new Draft());
          draft.traits(rows);
          draft.columns.add(column(rows));
        }
      }
    }
    readConstraints(connection, schemas, tables);
    return tables.entrySet().stream().map(e -> e.getValue().facts(e.getKey())).toList();
  }

  /** Tables that rows could be copied from in all other name spaces. */
  static List<String> beyond(Connection connection, List<String> schemas) throws SQLException {
    return read(connection, List.of()).stream()
        .filter(table -> !schemas.contains(table.path().get(0)))
        .filter(table -> !Scope.OWN_TABLES.contains(table.name()))
        .map(TableFacts::display)
        .toList();
  }

  /** The name spaces of the search path that exist. */
  static List<String> searchPath(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT current_schemas(false)::text[]")) {
      rows.next();
      return texts(rows.getArray(1));
    }
  }

  private static void readConstraints(
      Connection connection, List<String> schemas, Map<List<String>, Draft> tables)
      throws SQLException {
    try (var statement = connection.prepareStatement(CONSTRAINTS)) {
      var names = connection.createArrayOf("text", schemas.toArray());
      statement.setArray(1, names);
      statement.setArray(2, names);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var draft = tables.get(List.of(rows.getString("nspname"), rows.getString("relname")));
          if (draft != null && rows.getBoolean("is_key")) {
            draft.key.addAll(texts(rows.getArray("columns")));
          } else if (draft != null) {
            draft.references.add(
                List.of(rows.getString("other_schema"), rows.getString("other_name")));
          }
        }
      }
    }
  }

  private static ColumnFacts column(ResultSet rows) throws SQLException {
    return new ColumnFacts(
        rows.getString("attname"),
        type(
            rows.getString("base"),
            rows.getString("type"),
            rows.getInt("typmod"),
            Set.copyOf(texts(rows.getArray("labels")))),
        rows.getBoolean("generated"),
        !rows.getBoolean("not_null") || rows.getBoolean("filled"));
  }

  private static ColumnType type(String base, String name, int typmod, Set<String> labels) {
    var family =
        switch (base) {
          case "bool" -> Family.BOOLEAN;
          case "int2" -> Family.SMALLINT;
          case "int4" -> Family.INTEGER;
          case "int8" -> Family.BIGINT;
          case "float4" -> Family.REAL;
          case "float8" -> Family.DOUBLE;
          case "numeric" -> Family.NUMERIC;
          case "text", "varchar" -> Family.TEXT;
          case "bpchar" -> Family.CHARACTER;
          case "bytea" -> Family.BYTES;
          case "uuid" -> Family.UUID;
          case "json" -> Family.JSON;
          case "jsonb" -> Family.JSONB;
          case "date" -> Family.DATE;
          case "time" -> Family.TIME;
          case "timestamp" -> Family.TIMESTAMP;
          case "timestamptz" -> Family.TIMESTAMP_WITH_ZONE;
          case "enum" -> Family.ENUM;
          default -> Family.OTHER;
        };
    return new ColumnType(family, name, limit(family, typmod), scale(typmod), labels, false);
  }

  /** How a modifier is packed: https://doxygen.postgresql.org/numeric_8c_source.html and others. */
  private static Optional<Integer> limit(Family family, int typmod) {
    if (typmod < 0) {
      return Optional.empty();
    }
    return switch (family) {
      case TEXT, CHARACTER -> Optional.of(typmod - 4);
      case NUMERIC -> Optional.of((typmod - 4) >> 16 & 0xffff);
      case TIME, TIMESTAMP, TIMESTAMP_WITH_ZONE -> Optional.of(typmod);
      default -> Optional.empty();
    };
  }

  /** Eleven bits with a sign, since PostgreSQL 15 allows a scale below zero. */
  private static int scale(int typmod) {
    return ((typmod - 4 & 0x7ff) ^ 1024) - 1024;
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /** A table while its rows are read. */
  private static final class Draft {
    private final List<ColumnFacts> columns = new ArrayList<>();
    private final List<String> key = new ArrayList<>();
    private final Set<List<String>> references = new HashSet<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

    void traits(ResultSet rows) throws SQLException {
      if (rows.getBoolean("partitioned")) {
        traits.add(Trait.PARTITIONED);
      }
      if (rows.getBoolean("secured")) {
        traits.add(Trait.ROW_SECURITY);
      }
      if (rows.getBoolean("owned")) {
        traits.add(Trait.OWNED);
      }
    }

    TableFacts facts(List<String> path) {
      references.remove(path);
      return new TableFacts(path, columns, key, references, traits);
    }
  }
}
