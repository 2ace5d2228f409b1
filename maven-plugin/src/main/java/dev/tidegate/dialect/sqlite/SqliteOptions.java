package dev.tidegate.dialect.sqlite;

import java.util.Map;

/**
 * The names under which the inspector notes what the records have no component for, and the
 * renderer finds it. What SQLite does anyway is absent. A flag has the value {@link #ON}.
 */
final class SqliteOptions {
  /** The value of a flag. */
  static final String ON = "true";

  // Tables
  static final String STRICT = "strict";
  static final String WITHOUT_ROWID = "without rowid";

  // Columns
  /** In upper case: {@code REPLACE}. */
  static final String NOT_NULL_ON_CONFLICT = "not null on conflict";

  static final String NOT_NULL_NAME = "not null name";

  // Constraints
  static final String AUTOINCREMENT = "autoincrement";

  /** Of a key, in upper case: {@code REPLACE}. */
  static final String ON_CONFLICT = "on conflict";

  /** Of a key: all of its columns, when one has a collation or is descending. */
  static final String TERMS = "terms";

  /**
   * Of a primary key that is declared with its column, which is then not the rowid: <a
   * href="https://sqlite.org/lang_createtable.html#rowid">a quirk that is kept</a>.
   */
  static final String DESCENDING = "descending";

  static final String DEFERRABLE = "deferrable";
  static final String INITIALLY_DEFERRED = "initially deferred";

  /** Of a foreign key, in upper case; SQLite reads and ignores it. */
  static final String MATCH = "match";

  // Views
  /** The list of columns after the name, without its parentheses. */
  static final String COLUMNS = "columns";

  private SqliteOptions() {}

  /** Whether the flag is set. */
  static boolean on(Map<String, String> options, String flag) {
    return ON.equals(options.get(flag));
  }
}
