package dev.tidegate.translate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The type in PostgreSQL, as format_type prints it, for each type that SQLite schemas declare. No
 * integer type is narrower than what its name promises elsewhere; INTEGER and INT hold 64 bits in
 * SQLite whatever they are called, and applications use that.
 */
final class PostgresTypes {
  private static final Map<String, String> TYPES = types();

  private PostgresTypes() {}

  /** The type for this declared one; empty when the name is not known. */
  static Optional<String> of(String declared) {
    var type = DeclaredType.of(declared);
    return Optional.ofNullable(TYPES.get(type.base()))
        .map(found -> withArguments(found, type.arguments()));
  }

  /** The type for a declared one that is not known, by its affinity. */
  static String byAffinity(String declared) {
    var upper = declared.toUpperCase(Locale.ROOT);
    if (upper.contains("INT")) {
      return "bigint";
    }
    if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
      return "text";
    }
    if (upper.contains("BLOB")) {
      return "bytea";
    }
    return upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB")
        ? "double precision"
        : "numeric";
  }

  private static String withArguments(String type, Optional<String> arguments) {
    if (arguments.isEmpty() || !arguments.get().matches("\\d+(,\\d+)?")) {
      return type.equals("character varying") ? "text" : type;
    }
    var given = arguments.get();
    return switch (type) {
      case "character varying" -> given.contains(",") ? "text" : type + "(" + given + ")";
      case "numeric" -> type + "(" + (given.contains(",") ? given : given + ",0") + ")";
      case "timestamp without time zone", "timestamp with time zone", "time without time zone" ->
          given.matches("[0-6]") ? type.replaceFirst(" ", "(" + given + ") ") : type;
      default -> type;
    };
  }

  private static Map<String, String> types() {
    var types = new HashMap<String, String>();
    put(types, "bigint", "INTEGER,INT,BIGINT,INT8,LONG,INT UNSIGNED,INTEGER UNSIGNED,BIG INT");
    put(types, "integer", "INT4,MEDIUMINT,MEDIUMINT UNSIGNED,SMALLINT UNSIGNED,YEAR");
    put(types, "smallint", "INT2,SMALLINT,TINYINT,TINYINT UNSIGNED");
    put(types, "numeric", "NUMERIC,DECIMAL,DEC,NUMBER,MONEY,BIGINT UNSIGNED,UNSIGNED BIG INT");
    put(types, "double precision", "REAL,FLOAT,DOUBLE,DOUBLE PRECISION,FLOAT8");
    put(types, "boolean", "BOOLEAN,BOOL");
    put(types, "text", ",TEXT,CLOB,STRING,TINYTEXT,MEDIUMTEXT,LONGTEXT,ENUM,SET,ANY,NTEXT,CITEXT");
    // CHAR too: SQLite does not pad it, and PostgreSQL's character would
    put(
        types,
        "character varying",
        "VARCHAR,NVARCHAR,VARCHAR2,CHARACTER VARYING,VARYING CHARACTER,CHAR,NCHAR,CHARACTER,"
            + "NATIVE CHARACTER");
    put(types, "bytea", "BLOB,BYTEA,BINARY,VARBINARY,TINYBLOB,MEDIUMBLOB,LONGBLOB,IMAGE");
    put(types, "date", "DATE");
    put(types, "time without time zone", "TIME,TIME WITHOUT TIME ZONE");
    put(
        types,
        "timestamp without time zone",
        "DATETIME,TIMESTAMP,DATETIME2,SMALLDATETIME,TIMESTAMP WITHOUT TIME ZONE");
    put(
        types,
        "timestamp with time zone",
        "TIMESTAMPTZ,TIMESTAMP WITH TIME ZONE,DATETIMEOFFSET,DATETIMETZ");
    put(types, "jsonb", "JSON,JSONB,JSON TEXT");
    put(types, "uuid", "UUID,GUID,UNIQUEIDENTIFIER");
    return Map.copyOf(types);
  }

  private static void put(Map<String, String> types, String type, String declared) {
    for (var name : declared.split(",", -1)) {
      types.put(name, type);
    }
  }
}
