package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;

/**
 * Which tables are foreign: their rows lie on another server.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createforeigntable.html">CREATE FOREIGN
 *     TABLE</a>
 */
final class ForeignTables {
  private ForeignTables() {}

  static boolean is(Table table) {
    return table.foreign();
  }

  static boolean is(Schema schema, ObjectId table) {
    return schema.find(table).filter(it -> it instanceof Table found && is(found)).isPresent();
  }

  /** {@code FOREIGN TABLE} or {@code TABLE}. */
  static String word(Table table) {
    return is(table) ? "FOREIGN TABLE" : "TABLE";
  }
}
