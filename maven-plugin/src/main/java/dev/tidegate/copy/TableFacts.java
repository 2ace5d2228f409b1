package dev.tidegate.copy;

import java.util.List;
import java.util.Set;

/**
 * A table as far as copying needs to know it.
 *
 * @param path {@code [schema, name]} on PostgreSQL, {@code [name]} on SQLite
 * @param columns in order
 * @param key columns of the primary key, in order; empty where there is none
 * @param references paths of the tables that its foreign keys point to, itself left out
 * @param traits what else matters
 */
record TableFacts(
    List<String> path,
    List<ColumnFacts> columns,
    List<String> key,
    Set<List<String>> references,
    Set<Trait> traits) {
  TableFacts {
    path = List.copyOf(path);
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    references = Set.copyOf(references);
    traits = Set.copyOf(traits);
  }

  /** Facts that few tables have. */
  enum Trait {
    /** A partitioned table: its rows lie in partitions. */
    PARTITIONED,
    /** Row security hides rows from this user. */
    ROW_SECURITY,
    /** The user owns it and may change its constraints. */
    OWNED,
    WITHOUT_ROWID
  }

  /** The last name of the path. */
  String name() {
    return path.get(path.size() - 1);
  }

  /** The path with dots, for messages and patterns. */
  String display() {
    return String.join(".", path);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
