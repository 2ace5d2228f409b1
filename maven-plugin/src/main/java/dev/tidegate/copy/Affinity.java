package dev.tidegate.copy;

import java.util.Locale;

/**
 * What SQLite does to a value that is stored in a column, by the column's declared type.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">SQLite,
 *     Determination Of Column Affinity</a>
 */
enum Affinity {
  INTEGER,
  TEXT,
  NONE,
  REAL,
  NUMERIC;

  /** The affinity of this declared type. */
  static Affinity of(String declared) {
    var type = declared.toUpperCase(Locale.ROOT);
    if (type.contains("INT")) {
      return INTEGER;
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return TEXT;
    }
    if (type.isBlank() || type.contains("BLOB")) {
      return NONE;
    }
    if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
      return REAL;
    }
    return NUMERIC;
  }

  /** Whether it turns text that looks like a number into one. */
  boolean makesNumbers() {
    return this == INTEGER || this == REAL || this == NUMERIC;
  }
}
