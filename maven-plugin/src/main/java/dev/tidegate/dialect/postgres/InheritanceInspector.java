package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which tables are the parents of which, for partitions as for plain inheritance. */
final class InheritanceInspector {
  private static final String QUESTION =
      """
      SELECT i.inhrelid, i.inhparent, n.nspname, p.relname
      FROM pg_inherits i
      JOIN pg_class p ON p.oid = i.inhparent
      JOIN pg_namespace n ON n.oid = p.relnamespace
      WHERE p.relkind IN ('r', 'p', 'f')
      ORDER BY i.inhrelid, i.inhseqno
      """;

  /** A parent, by oid and by name. */
  record Parent(long oid, ObjectId id) {}

  private final Look look;

  InheritanceInspector(Look look) {
    this.look = look;
  }

  /** The parents of each table that has any, in order, by the child's oid. */
  Map<Long, List<Parent>> read() throws SQLException {
    var parents = new HashMap<Long, List<Parent>>();
    look.each(
        QUESTION,
        row ->
            parents
                .computeIfAbsent(row.number("inhrelid"), key -> new ArrayList<>())
                .add(
                    new Parent(
                        row.number("inhparent"),
                        ObjectId.of(ObjectKind.TABLE, row.text("nspname"), row.text("relname")))));
    return parents;
  }
}
