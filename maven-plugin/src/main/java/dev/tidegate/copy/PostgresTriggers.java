package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.Mode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Triggers of users that would change rows on their way in. */
final class PostgresTriggers {
  /** Bits of pg_trigger.tgtype: https://doxygen.postgresql.org/pg__trigger_8h_source.html */
  private static final int INSERT = 4;

  private static final int DELETE = 8;
  private static final int UPDATE = 16;

  private PostgresTriggers() {}

  /** Words for the triggers that would fire. */
  static List<String> firing(Connection connection, List<TableCopy> tables, Mode mode)
      throws SQLException {
    var events =
        switch (mode) {
          case INSERT -> INSERT;
          case REPLACE -> INSERT | DELETE;
          case UPSERT -> INSERT | UPDATE;
        };
    var found = new ArrayList<String>();
    try (var statement =
        connection.prepareStatement(
            """
            SELECT t.tgname, n.nspname || '.' || c.relname FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgtype & ? <> 0
              AND n.nspname || '.' || c.relname = ANY (?)
            ORDER BY 2, 1
            """)) {
      statement.setInt(1, events);
      statement.setArray(
          2,
          connection.createArrayOf(
              "text", tables.stream().map(table -> table.to().display()).toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add("trigger " + rows.getString(1) + " on " + rows.getString(2) + " would fire");
        }
      }
    }
    return found;
  }
}
