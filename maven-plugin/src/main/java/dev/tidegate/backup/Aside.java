package dev.tidegate.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes foreign keys and triggers of tables away that rows come back to, and puts them back: rows
 * come in the order of the archive, and a trigger has seen them when they were new. All of it in
 * the transaction that is restored in.
 */
final class Aside {
  private static final String FOREIGN_KEYS =
      """
      SELECT format('ALTER TABLE %I.%I DROP CONSTRAINT %I', n.nspname, c.relname, f.conname),
        format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', n.nspname, c.relname, f.conname,
          pg_get_constraintdef(f.oid))
      FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE f.contype = 'f' AND f.conparentid = 0
        AND f.conrelid::bigint = ANY (?)
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

  /** Takes them away from these tables. */
  void take(List<HeldTable> tables) throws SQLException {
    var away = new ArrayList<String>();
    var ids = tables.stream().map(HeldTable::id).toArray();
    for (var query : List.of(FOREIGN_KEYS, TRIGGERS)) {
      try (var statement = connection.prepareStatement(query)) {
        statement.setArray(1, connection.createArrayOf("int8", ids));
        try (var row = statement.executeQuery()) {
          while (row.next()) {
            away.add(row.getString(1));
            back.add(row.getString(2));
          }
        }
      }
    }
    execute(away);
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
