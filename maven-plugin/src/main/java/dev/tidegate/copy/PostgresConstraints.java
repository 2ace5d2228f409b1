package dev.tidegate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Foreign keys put aside while rows come in and added again afterwards in the same transaction,
 * which checks all rows at once: quicker than row by row, and the way through a cycle of tables.
 * Only the owner of a table can; others leave them in place and rely on the order of tables.
 */
final class PostgresConstraints {
  private final Connection connection;
  private final List<String> restoring = new ArrayList<>();

  PostgresConstraints(Connection connection) {
    this.connection = connection;
  }

  /**
   * Drops the foreign keys of these tables.
   *
   * @param incoming whether those of other tables that point to them are dropped as well
   */
  void putAside(List<TableCopy> tables, boolean incoming) throws SQLException {
    var dropping = new ArrayList<String>();
    try (var statement =
        connection.prepareStatement(
            """
            SELECT format('%I.%I', n.nspname, c.relname), format('%I', k.conname),
              pg_get_constraintdef(k.oid), obj_description(k.oid, 'pg_constraint')
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class rc ON rc.oid = k.confrelid JOIN pg_namespace rn ON rn.oid = rc.relnamespace
            WHERE k.contype = 'f' AND k.conparentid = 0 AND pg_has_role(c.relowner, 'USAGE')
              AND (n.nspname || '.' || c.relname = ANY (?)
                OR ? AND rn.nspname || '.' || rc.relname = ANY (?))
            ORDER BY n.nspname, c.relname, k.conname
            """)) {
      var names =
          connection.createArrayOf(
              "text", tables.stream().map(table -> table.to().display()).toArray());
      statement.setArray(1, names);
      statement.setBoolean(2, incoming);
      statement.setArray(3, names);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var table = rows.getString(1);
          var name = rows.getString(2);
          dropping.add("ALTER TABLE %s DROP CONSTRAINT %s".formatted(table, name));
          restoring.add(
              "ALTER TABLE %s ADD CONSTRAINT %s %s".formatted(table, name, rows.getString(3)));
          if (rows.getString(4) != null) {
            restoring.add(
                "COMMENT ON CONSTRAINT %s ON %s IS %s"
                    .formatted(name, table, Sql.literal(rows.getString(4))));
          }
        }
      }
    }
    for (var statement : dropping) {
      Sql.execute(connection, statement);
    }
  }

  /** Adds them again. */
  void restore() throws SQLException {
    for (var statement : restoring) {
      Sql.execute(connection, statement);
    }
  }
}
