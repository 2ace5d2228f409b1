package dev.tidegate.translate;

import java.util.Optional;

/**
 * The declared type in SQLite for each type of PostgreSQL. Its name decides its affinity, and so
 * whether a value stays as it is: a text that reads as a number would not in a column of type JSON,
 * nor a number of many digits in one of type NUMERIC (https://sqlite.org/datatype3.html).
 */
final class SqliteTypes {
  /** What a double holds exactly. */
  private static final int MOST_DIGITS = 15;

  private SqliteTypes() {}

  /** The declared type for this one; empty when the type is kept as text for want of another. */
  static Optional<String> of(String type) {
    var declared = DeclaredType.of(type);
    var arguments = declared.arguments().map(it -> "(" + it + ")").orElse("");
    if (type.endsWith("]")) {
      return Optional.empty();
    }
    return switch (declared.base()) {
      case "SMALLINT" -> Optional.of("SMALLINT");
      case "INTEGER", "BIGINT", "OID" -> Optional.of(declared.base().replace("OID", "BIGINT"));
      case "BOOLEAN" -> Optional.of("BOOLEAN");
      case "TEXT", "NAME", "\"CHAR\"" -> Optional.of("TEXT");
      case "CHARACTER VARYING" -> Optional.of("VARCHAR" + arguments);
      case "CHARACTER" -> Optional.of("CHAR" + arguments);
      case "NUMERIC" -> Optional.of(numeric(declared.arguments()));
      case "REAL", "DOUBLE PRECISION" -> Optional.of(declared.base());
      case "BYTEA" -> Optional.of("BLOB");
      case "DATE" -> Optional.of("DATE");
      case "TIMESTAMP WITHOUT TIME ZONE" -> Optional.of("TIMESTAMP" + arguments);
      case "TIMESTAMP WITH TIME ZONE" -> Optional.of("TIMESTAMPTZ" + arguments);
      case "TIME WITHOUT TIME ZONE" -> Optional.of("TIME" + arguments);
      case "JSON", "JSONB" -> Optional.of("JSON TEXT");
      case "UUID" -> Optional.of("UUID");
      default -> Optional.empty();
    };
  }

  private static String numeric(Optional<String> arguments) {
    var digits = arguments.map(it -> Integer.parseInt(it.split(",")[0])).orElse(Integer.MAX_VALUE);
    return digits <= MOST_DIGITS ? "NUMERIC(" + arguments.orElseThrow() + ")" : "TEXT";
  }
}
