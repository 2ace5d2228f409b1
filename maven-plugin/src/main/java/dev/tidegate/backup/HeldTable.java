package dev.tidegate.backup;

import java.util.List;

/**
 * A table of PostgreSQL as a backup holds it.
 *
 * @param id object identifier of the live table; 0 once it is read from an archive
 * @param partitioned whether it has no rows of its own
 * @param whole whether all columns are held; else the key and those that were about to be lost
 * @param columns that are held, in order; generated ones are none of them
 * @param key columns of the primary key; empty without one
 */
record HeldTable(
    long id,
    String schema,
    String name,
    boolean partitioned,
    boolean whole,
    List<HeldColumn> columns,
    List<String> key) {
  HeldTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /**
   * A column.
   *
   * @param type as SQL writes it
   * @param binary whether its binary form means the same in any database of the server's version or
   *     later: arrays and rows of types that users made carry object identifiers
   */
  record HeldColumn(String name, String type, boolean binary) {}

  /** The name with dots. */
  String display() {
    return schema + "." + name;
  }

  /** The name as SQL writes it. */
  String sql() {
    return Names.path(schema, name);
  }

  /** Whether rows can be held in PostgreSQL's binary form. */
  boolean binary() {
    return columns.stream().allMatch(HeldColumn::binary);
  }

  /** The names of the columns as SQL lists them. */
  String columnList() {
    return Names.list(names());
  }

  List<String> names() {
    return columns.stream().map(HeldColumn::name).toList();
  }

  /** The names of columns that are not of the key. */
  List<String> values() {
    return names().stream().filter(name -> !key.contains(name)).toList();
  }

  Backup.Held held(long rows) {
    return new Backup.Held(display(), whole ? List.of() : names(), rows);
  }
}
