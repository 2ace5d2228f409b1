package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.jdbc.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a query calls that may do more than compute. A transaction that cannot write keeps none of
 * it away: a function may run SQL, read files, end sessions or write through a connection of its
 * own. Harmless are the immutable functions of {@code pg_catalog} and some that read the clock or
 * settings.
 */
final class HarmlessSql {
  /** Stable for the sake of the clock, the time zone or output settings, and nothing else. */
  private static final Set<String> STABLE =
      Set.of(
          "age",
          "array_to_string",
          "concat",
          "concat_ws",
          "current_setting",
          "date",
          "date_part",
          "date_trunc",
          "extract",
          "format",
          "jsonb_build_array",
          "jsonb_build_object",
          "length",
          "now",
          "pg_input_is_valid",
          "statement_timestamp",
          "timestamp",
          "timestamptz",
          "timezone",
          "to_char",
          "to_date",
          "to_json",
          "to_jsonb",
          "to_timestamp",
          "to_tsvector",
          "transaction_timestamp");

  /** Words of the grammar that parentheses follow; some stand for functions of other names. */
  private static final Set<String> GRAMMAR =
      Set.of(
          "ALL",
          "AND",
          "ANY",
          "ARRAY",
          "AS",
          "BETWEEN",
          "BIT",
          "BY",
          "CASE",
          "CHAR",
          "CHARACTER",
          "COALESCE",
          "DECIMAL",
          "DISTINCT",
          "ELSE",
          "EXISTS",
          "FILTER",
          "FROM",
          "GREATEST",
          "HAVING",
          "ILIKE",
          "IN",
          "INTERVAL",
          "IS",
          "LEAST",
          "LIKE",
          "NOT",
          "NULLIF",
          "NUMERIC",
          "ON",
          "OR",
          "OVER",
          "ROW",
          "SELECT",
          "SIMILAR",
          "SOME",
          "THEN",
          "TIME",
          "TIMESTAMP",
          "TRIM",
          "UNION",
          "USING",
          "VALUES",
          "VARCHAR",
          "VARYING",
          "WHEN",
          "WHERE",
          "BPCHAR");

  private static final String CALLED =
      """
      SELECT n FROM unnest(?) AS c(n)
      WHERE n <> ALL (?) AND NOT EXISTS (
              SELECT 1 FROM pg_catalog.pg_proc p
              WHERE p.proname = n AND p.pronamespace = 'pg_catalog'::regnamespace)
         OR EXISTS (
              SELECT 1 FROM pg_catalog.pg_proc p
              WHERE p.proname = n
                AND CASE WHEN p.pronamespace = 'pg_catalog'::regnamespace
                         THEN p.provolatile <> 'i' AND n <> ALL (?)
                         ELSE pg_catalog.pg_function_is_visible(p.oid) END)
      ORDER BY 1 LIMIT 1""";

  /**
   * Input of an enum only compares; a domain has conditions, and what else is made may hold one.
   */
  private static final String CAST_TO =
      """
      SELECT c FROM unnest(?, ?) AS t(s, n), concat(s, '.', n) AS c
      WHERE NOT EXISTS (
        SELECT 1 FROM pg_catalog.pg_type y JOIN pg_catalog.pg_namespace m ON m.oid = y.typnamespace
        WHERE m.nspname = s AND y.typname = n AND y.typtype = 'e')
      ORDER BY 1 LIMIT 1""";

  /** Functions of extensions aside, whose casts convert. */
  private static final String OWN_CASTS =
      """
      SELECT p.oid::regprocedure::text FROM pg_catalog.pg_cast c
      JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc
      WHERE p.pronamespace <> 'pg_catalog'::regnamespace AND NOT EXISTS (
        SELECT 1 FROM pg_catalog.pg_depend d
        WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
      ORDER BY 1 LIMIT 1""";

  private final List<Token> tokens;
  private final Set<String> functions = new TreeSet<>();
  private final Set<List<String>> types = new LinkedHashSet<>();
  private Optional<String> foreign = Optional.empty();
  private boolean casts;

  private HarmlessSql(String sql) {
    tokens = Tokenizer.tokens(Product.POSTGRESQL, sql);
    for (var at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).isOperator("(") && at > 0) {
        called(at - 1);
      } else if (tokens.get(at).isOperator("::")) {
        cast(at + 1);
      }
    }
  }

  /** What it calls that is not known to be harmless; empty where all is. */
  static Optional<String> objection(Connection connection, String sql) throws SQLException {
    var calls = new HarmlessSql(TypeProbes.withoutWrapper(sql));
    return calls.foreign.isPresent() ? calls.foreign : calls.unknown(connection);
  }

  private void called(int at) {
    var word = tokens.get(at);
    var name = name(at);
    if (name.isEmpty() || before(at).is("AS")) {
      return;
    }
    if (word.is("OPERATOR")) {
      operator(at + 2);
    } else if (before(at).isOperator(".")) {
      var schema = name(at - 2);
      if (schema.equals("pg_catalog")) {
        functions.add(name);
      } else if (!isTypeOf(at - 3)) {
        foreign = foreign.or(() -> Optional.of(schema + "." + name));
      }
    } else if (!GRAMMAR.contains(word.keyword())) {
      functions.add(name);
    }
  }

  /** A type with a length, {@code public.geometry(Point,4326)}, is looked at as a type. */
  private boolean isTypeOf(int at) {
    return at >= 0 && tokens.get(at).isOperator("::");
  }

  /** {@code OPERATOR(public.###)}; its sign may be several tokens. */
  private void operator(int at) {
    var schema = name(at);
    var sign = new StringBuilder();
    for (var i = at + 2; i < tokens.size() && !tokens.get(i).isOperator(")"); i++) {
      sign.append(tokens.get(i).text());
    }
    if (!schema.equals("pg_catalog")) {
      foreign = foreign.or(() -> Optional.of(schema + "." + sign));
    }
  }

  private void cast(int at) {
    casts = true;
    if (at + 2 < tokens.size()
        && tokens.get(at + 1).isOperator(".")
        && !name(at).equals("pg_catalog")) {
      types.add(List.of(name(at), name(at + 2)));
    }
  }

  private Token before(int at) {
    return at > 0 ? tokens.get(at - 1) : new Token(Kind.OPERATOR, "", 0);
  }

  private String name(int at) {
    var token = at < 0 || at >= tokens.size() ? before(0) : tokens.get(at);
    return switch (token.kind()) {
      case WORD -> token.text().toLowerCase(Locale.ROOT);
      case DOUBLE_QUOTED -> token.value();
      default -> "";
    };
  }

  private Optional<String> unknown(Connection connection) throws SQLException {
    var called =
        first(connection, CALLED, List.copyOf(functions), List.copyOf(STABLE), List.copyOf(STABLE));
    if (called.isPresent() || !casts) {
      return called;
    }
    var schemas = types.stream().map(type -> type.get(0)).toList();
    var names = types.stream().map(type -> type.get(1)).toList();
    var type = first(connection, CAST_TO, schemas, names);
    return type.isPresent() ? type : first(connection, OWN_CASTS);
  }

  @SafeVarargs
  private static Optional<String> first(Connection connection, String query, List<String>... arrays)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      for (var i = 0; i < arrays.length; i++) {
        statement.setArray(i + 1, connection.createArrayOf("text", arrays[i].toArray()));
      }
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }
}
