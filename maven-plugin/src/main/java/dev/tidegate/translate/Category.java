package dev.tidegate.translate;

/** What kind of value an expression has, as far as operators tell kinds apart. */
enum Category {
  INTEGER,
  DECIMAL,
  REAL,
  TEXT,
  TEMPORAL,
  BOOLEAN,
  BYTES,
  /** A type of its own whose values are written as texts: uuid, jsonb. */
  OTHER,
  /** A text literal, which takes the type of what it meets. */
  LITERAL,
  NULL;

  boolean isNumber() {
    return this == INTEGER || this == DECIMAL || this == REAL;
  }

  /** The category of a type of PostgreSQL as format_type prints it. */
  static Category ofPostgres(String type) {
    var parenthesis = type.indexOf('(');
    var base = (parenthesis < 0 ? type : type.substring(0, parenthesis)).strip();
    if (type.endsWith("]")) {
      return OTHER;
    }
    return switch (base) {
      case "smallint", "integer", "bigint" -> INTEGER;
      case "numeric" -> DECIMAL;
      case "real", "double precision" -> REAL;
      case "text", "character varying", "character", "name", "citext" -> TEXT;
      case "date", "timestamp", "time" -> TEMPORAL;
      case "timestamp without time zone",
          "timestamp with time zone",
          "time without time zone",
          "time with time zone" ->
          TEMPORAL;
      case "boolean" -> BOOLEAN;
      case "bytea" -> BYTES;
      default -> OTHER;
    };
  }
}
