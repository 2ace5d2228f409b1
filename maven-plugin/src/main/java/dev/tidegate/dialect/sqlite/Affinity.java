package dev.tidegate.dialect.sqlite;

import java.util.Locale;

/** How a column changes the values it is given: https://sqlite.org/datatype3.html, section 3. */
enum Affinity {
  INTEGER,
  TEXT,
  BLOB,
  REAL,
  NUMERIC;

  /** The affinity of a declared type. */
  static Affinity of(String type) {
    var upper = type.toUpperCase(Locale.ROOT);
    if (upper.contains("INT")) {
      return INTEGER;
    }
    if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
      return TEXT;
    }
    if (upper.isEmpty() || upper.contains("BLOB")) {
      return BLOB;
    }
    return upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB")
        ? REAL
        : NUMERIC;
  }

  /**
   * Whether values that a column of this affinity holds can change when they are put into one of
   * the other: {@code '007'} becomes 7 as a number, a large integer loses digits as REAL, a REAL
   * loses some as text.
   */
  boolean losesAs(Affinity other) {
    return switch (other) {
      case BLOB -> false;
      case TEXT -> this == REAL || this == NUMERIC || this == BLOB;
      case INTEGER, NUMERIC -> this == TEXT || this == BLOB;
      case REAL -> this != REAL;
    };
  }
}
