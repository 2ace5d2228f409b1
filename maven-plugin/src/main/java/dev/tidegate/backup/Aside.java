package dev.tidegate.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes foreign keys and triggers of tables away that rows come back to, and puts them back: rows
 * come in the order of the archive, and a trigger has seen them when they were new. Where rows are
 * deleted or overwritten, keys of other tables that lead to them go too, or {@code ON DELETE
 * CASCADE} would take rows that nobody named. All of it in the transaction that is restored in.
 */
final class Aside {
  private static final String FOREIGN_KEYS =
      """
      WITH RECURSIVE keys AS (
        SELECT oid, conparentid FROM pg_constraint
        WHERE contype = 'f' AND (conrelid::bigint = ANY (?) OR confrelid::bigint = ANY (?))
        UNION
        SELECT p.oid, p.conparentid FROM keys JOIN pg_constraint p ON p.oid = keys.conparentid)
      SELECT format('ALTER TABLE %I.%I DROP CONSTRAINT %I', n.nspname, c.relname, f.conname),
        format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', n.nspname, c.relname, f.conname,
          pg_get_constraintdef(f.oid))
      FROM keys JOIN pg_constraint f ON f.oid = keys.oid
      JOIN pg_class c ON c.oid = f.conrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE f.conparentid = 0
      ORDER BY 1""";

  private static final String TRIGGERS =
      """
      SELECT format('ALTER TABLE %I.%I DISABLE TRIGGER %I', n.nspname, c.relname, t.tgname),
        format('ALTER TABLE %I.%I ENABLE%s TRIGGER %I', n.nspname, c.relname,
          CASE t.tgenabled WHEN 'A' THEN ' ALWAYS' WHEN 'R' THEN ' REPLICA' ELSE '' END, t.tgname)
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.oid::bigint = ANY (?)
      ORDER BY 1""";

  private final Connection connection;
  private final List<String> back = new ArrayList<>();

  Aside(Connection connection) {
    this.connection = connection;
  }

  /** Takes them away from the tables of the database that these write. */
  void take(List<Placement> placements) throws SQLException {
    var written = placements.stream().filter(Placement::writesExisting).toList();
    var all = ids(written);
    // rows that are only added take nothing from tables that refer to them
    var changed = ids(written.stream().filter(it -> it.how() != Placement.How.FILL).toList());
    var away = new ArrayList<String>();
    note(away, FOREIGN_KEYS, all, changed);
    note(away, TRIGGERS, all);
    execute(away);
  }

  private static Object[] ids(List<Placement> placements) {
    return placements.stream().flatMap(it -> it.there().stream()).map(HeldTable::id).toArray();
  }

  private void note(List<String> away, String query, Object[]... ids) throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      for (var i = 0; i < ids.length; i++) {
        statement.setArray(i + 1, connection.createArrayOf("int8", ids[i]));
      }
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          away.add(row.getString(1));
          back.add(row.getString(2));
        }
      }
    }
  }

  /** Puts them back, which checks every row that has come. */
  void putBack() throws SQLException {
    execute(back);
  }

  private void execute(List<String> statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
