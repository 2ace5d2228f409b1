package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A relation of a user as the catalogue has it.
 *
 * @param oid its number, the same for as long as it is there
 * @param kind {@code relkind}
 * @param file the number of the file that its rows are in; another one after they were all written
 *     anew, 0 where it has none
 * @param table of an index: the number of its table; otherwise 0
 * @param parent of a partition or a child: the number of its (first) parent; otherwise 0
 */
record Relation(
    long oid, String namespace, String name, String kind, long file, long table, long parent) {

  /** What {@link #read} takes, of the tables that {@link #TABLES} joins. */
  static final String COLUMNS =
      """
      c.oid::bigint, n.nspname, c.relname, c.relkind::text, c.relfilenode::bigint,
        coalesce(i.indrelid::bigint, 0), coalesce(h.inhparent::bigint, 0)""";

  /** https://www.postgresql.org/docs/current/catalog-pg-class.html; users' begin at 16384. */
  static final String TABLES =
      """
      pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_'
        LEFT JOIN pg_index i ON i.indexrelid = c.oid
        LEFT JOIN pg_inherits h ON h.inhrelid = c.oid AND h.inhseqno = 1""";

  static Relation read(ResultSet row) throws SQLException {
    return new Relation(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7));
  }

  /** Whether it is an index, whose scans are those of its table. */
  boolean isIndex() {
    return kind.equals("i") || kind.equals("I");
  }

  /** Whether it is something that users read: no index, sequence or TOAST table. */
  boolean isRead() {
    return "rpmfv".contains(kind);
  }

  /** Whether it has rows of its own to be written anew. */
  boolean hasRows() {
    return kind.equals("r") || kind.equals("m");
  }

  List<String> path() {
    return List.of(namespace, name);
  }

  ObjectId id() {
    return switch (kind) {
      case "v" -> ObjectId.of(ObjectKind.VIEW, namespace, name);
      case "m" -> ObjectId.of(ObjectKind.MATERIALIZED_VIEW, namespace, name);
      default -> ObjectId.of(ObjectKind.TABLE, namespace, name);
    };
  }
}
