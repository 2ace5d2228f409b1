package dev.tidegate.backup;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the tables that a {@link Loss} is about, with the partitions and heirs that go along. */
final class PostgresTables {
  /** Tables of extensions come with the extension. */
  private static final String TABLES =
      """
      SELECT c.oid::bigint, n.nspname, c.relname, c.relkind = 'p',
        coalesce((SELECT array_agg(a.attname ORDER BY k.place)
          FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, place), pg_attribute a
          WHERE i.indrelid = c.oid AND i.indisprimary
            AND a.attrelid = c.oid AND a.attnum = k.attnum), '{}')::text[],
        coalesce((SELECT array_agg(h.inhparent::bigint) FROM pg_inherits h
          WHERE h.inhrelid = c.oid), '{}')
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
        AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
          AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY n.nspname, c.relname""";

  /**
   * The binary form of arrays and composite types names the types of what is in them by object
   * identifiers, and that of {@code regclass} is one: those of 16384 and above are another
   * database's own. https://www.postgresql.org/docs/current/system-catalog-initial-data.html
   */
  private static final String COLUMNS =
      """
      SELECT a.attrelid::bigint, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN e.typtype IN ('r', 'm') THEN e.oid < 16384
             WHEN e.typtype IN ('b', 'e') THEN e.typelem < 16384 AND e.typsend <> 0
               AND e.typname !~ '^_?reg'
             ELSE false END
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_type t ON t.oid = a.atttypid
      JOIN pg_type e ON e.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
      WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attgenerated = '' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      ORDER BY a.attrelid, a.attnum""";

  /** Columns of enums, also within arrays, domains, ranges and composite types. */
  private static final String USES =
      """
      WITH RECURSIVE uses(oid) AS (
        SELECT t.oid FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE n.nspname || '.' || t.typname = ANY (?)
        UNION
        SELECT more.oid FROM uses u, LATERAL (
          SELECT t.oid FROM pg_type t WHERE t.typbasetype = u.oid OR t.typelem = u.oid
          UNION ALL SELECT r.rngtypid FROM pg_range r WHERE r.rngsubtype = u.oid
          UNION ALL SELECT r.rngmultitypid FROM pg_range r WHERE r.rngsubtype = u.oid
          UNION ALL SELECT c.reltype FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE a.atttypid = u.oid AND c.relkind = 'c' AND NOT a.attisdropped) more)
      SELECT a.attrelid::bigint, a.attname
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
      WHERE a.atttypid IN (SELECT oid FROM uses) AND NOT a.attisdropped""";

  private final Connection connection;
  private final Map<Long, HeldTable> all = new TreeMap<>();
  private final Map<ObjectId, Long> byName = new HashMap<>();
  private final Map<Long, List<Long>> heirs = new HashMap<>();

  PostgresTables(Connection connection) throws SQLException {
    this.connection = connection;
    read();
  }

  /** Sorted by name; everything where a name is not there, since it was another one before. */
  List<HeldTable> of(Loss loss) throws SQLException {
    var columns = new TreeMap<Long, SortedSet<String>>();
    var whole = new TreeSet<Long>();
    var known = !loss.everything() && resolve(loss, whole, columns);
    if (!known) {
      whole.addAll(all.keySet());
    }
    whole.forEach(columns::remove);
    var held = new ArrayList<HeldTable>();
    whole.forEach(id -> held.add(table(id)));
    columns.forEach((id, names) -> held.add(part(table(id), names)));
    held.sort(java.util.Comparator.comparing(HeldTable::schema).thenComparing(HeldTable::name));
    return List.copyOf(held);
  }

  /** Whether the loss is of everything, or of names that cannot be told. */
  boolean holdsEverything(List<HeldTable> held) {
    return held.size() == all.size() && held.stream().allMatch(HeldTable::whole);
  }

  private boolean resolve(Loss loss, SortedSet<Long> whole, Map<Long, SortedSet<String>> columns)
      throws SQLException {
    var found = true;
    for (var space : loss.namespaces()) {
      all.values().stream()
          .filter(table -> table.schema().equals(space.name()))
          .forEach(table -> whole.addAll(withHeirs(table.id())));
    }
    for (var id : loss.tables()) {
      var table = Optional.ofNullable(byName.get(id));
      table.ifPresent(it -> whole.addAll(withHeirs(it)));
      found &= table.isPresent();
    }
    for (var entry : loss.columns().entrySet()) {
      var table = Optional.ofNullable(byName.get(entry.getKey()));
      for (var id : table.map(this::withHeirs).orElse(List.of())) {
        columns.computeIfAbsent(id, key -> new TreeSet<>()).addAll(entry.getValue());
      }
      found &= table.filter(id -> table(id).names().containsAll(entry.getValue())).isPresent();
    }
    uses(loss, columns);
    return found;
  }

  private void uses(Loss loss, Map<Long, SortedSet<String>> columns) throws SQLException {
    if (loss.types().isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(USES)) {
      var names = loss.types().stream().map(id -> String.join(".", id.path())).toArray();
      statement.setArray(1, connection.createArrayOf("text", names));
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          if (all.containsKey(row.getLong(1))) {
            columns.computeIfAbsent(row.getLong(1), key -> new TreeSet<>()).add(row.getString(2));
          }
        }
      }
    }
  }

  /** Without a key nothing tells to which row a value belongs, so all columns are held. */
  private static HeldTable part(HeldTable table, SortedSet<String> names) {
    var columns =
        table.columns().stream()
            .filter(it -> names.contains(it.name()) || table.key().contains(it.name()))
            .toList();
    var whole = table.key().isEmpty() || columns.size() == table.columns().size();
    return new HeldTable(
        table.id(),
        table.schema(),
        table.name(),
        table.partitioned(),
        whole,
        whole ? table.columns() : columns,
        table.key());
  }

  private List<Long> withHeirs(long id) {
    var reached = new ArrayList<Long>();
    var open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      var next = open.remove();
      if (all.containsKey(next) && !reached.contains(next)) {
        reached.add(next);
        open.addAll(heirs.getOrDefault(next, List.of()));
      }
    }
    return reached;
  }

  private HeldTable table(long id) {
    return java.util.Objects.requireNonNull(all.get(id));
  }

  private void read() throws SQLException {
    var columns = columns();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        var id = row.getLong(1);
        var key = Arrays.asList((String[]) row.getArray(5).getArray());
        var of = columns.getOrDefault(id, List.of());
        var table =
            new HeldTable(id, row.getString(2), row.getString(3), row.getBoolean(4), true, of, key);
        all.put(id, table);
        byName.put(ObjectId.of(ObjectKind.TABLE, table.schema(), table.name()), id);
        for (var parent : (Long[]) row.getArray(6).getArray()) {
          heirs.computeIfAbsent(parent, any -> new ArrayList<>()).add(id);
        }
      }
    }
  }

  private Map<Long, List<HeldTable.HeldColumn>> columns() throws SQLException {
    var found = new HashMap<Long, List<HeldTable.HeldColumn>>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        found
            .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
            .add(new HeldTable.HeldColumn(row.getString(2), row.getString(3), row.getBoolean(4)));
      }
    }
    return found;
  }
}
