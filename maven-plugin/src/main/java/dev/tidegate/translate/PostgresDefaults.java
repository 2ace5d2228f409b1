package dev.tidegate.translate;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The default of a column in PostgreSQL, for one of SQLite and the type that the column gets. */
final class PostgresDefaults {
  private static final Set<String> TRUE = Set.of("1", "t", "true", "y", "yes", "on");
  private static final Set<String> FALSE = Set.of("0", "f", "false", "n", "no", "off");

  private PostgresDefaults() {}

  /**
   * The default as PostgreSQL takes it.
   *
   * @throws NotTranslatableException when there is none
   */
  static String of(String expression, String type) {
    var category = Category.ofPostgres(type);
    var tokens = Tokenizer.tokens(expression);
    var now = now(tokens, type);
    if (now.isPresent()) {
      return now.get();
    }
    var literal = literal(tokens);
    if (literal.isEmpty()) {
      return ExpressionTranslator.value(
          ExpressionTranslator.Direction.TO_POSTGRES,
          name -> Optional.empty(),
          expression,
          category);
    }
    var value = literal.get();
    return switch (category) {
      case BOOLEAN -> truth(value, expression);
      case INTEGER, DECIMAL, REAL -> number(value, category, expression);
      case BYTES -> bytes(tokens.get(0), expression);
      case TEXT -> Names.literal(value);
      case TEMPORAL, OTHER -> spelled(tokens.get(0), value, type);
      case LITERAL, NULL -> throw new NotTranslatableException(expression);
    };
  }

  /** SQLite's current time is UTC, as text without a zone. */
  private static Optional<String> now(List<Token> tokens, String type) {
    if (tokens.size() != 1) {
      return Optional.empty();
    }
    var word = tokens.get(0).keyword();
    if (!Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME").contains(word)) {
      return Optional.empty();
    }
    if (Category.ofPostgres(type) == Category.TEMPORAL) {
      return Optional.of(word);
    }
    if (Category.ofPostgres(type) != Category.TEXT) {
      throw new NotTranslatableException(word);
    }
    var format =
        switch (word) {
          case "CURRENT_DATE" -> "YYYY-MM-DD";
          case "CURRENT_TIME" -> "HH24:MI:SS";
          default -> "YYYY-MM-DD HH24:MI:SS";
        };
    return Optional.of("to_char((now() AT TIME ZONE 'UTC'), '" + format + "')");
  }

  /** The value where it is one, without its quotes and with its sign. */
  private static Optional<String> literal(List<Token> tokens) {
    var first = tokens.get(0);
    if (tokens.size() == 2 && tokens.get(1).kind() == Kind.NUMBER) {
      return first.isOperator("-")
          ? Optional.of("-" + decimal(tokens.get(1)))
          : first.isOperator("+") ? Optional.of(decimal(tokens.get(1))) : Optional.empty();
    }
    if (tokens.size() != 1) {
      return Optional.empty();
    }
    return switch (first.kind()) {
      case NUMBER -> Optional.of(decimal(first));
      case STRING, BLOB -> Optional.of(first.value());
      case WORD ->
          first.is("TRUE") || first.is("FALSE")
              ? Optional.of(first.text().toLowerCase(Locale.ROOT))
              : Optional.empty();
      case DOUBLE_QUOTED, BRACKETED, OPERATOR -> Optional.empty();
    };
  }

  private static String decimal(Token number) {
    var text = number.text().replace("_", "").toLowerCase(Locale.ROOT);
    return text.startsWith("0x")
        ? Long.toString(Long.parseUnsignedLong(text.substring(2), 16))
        : text;
  }

  private static String truth(String value, String expression) {
    var folded = value.toLowerCase(Locale.ROOT);
    if (TRUE.contains(folded)) {
      return "true";
    }
    if (FALSE.contains(folded)) {
      return "false";
    }
    throw new NotTranslatableException(expression);
  }

  private static String number(String value, Category category, String expression) {
    if (value.equals("true") || value.equals("false")) {
      return value.equals("true") ? "1" : "0";
    }
    var pattern =
        category == Category.INTEGER ? "[+-]?\\d+" : "[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?";
    if (!value.toLowerCase(Locale.ROOT).matches(pattern)) {
      throw new NotTranslatableException(expression);
    }
    return value;
  }

  private static String bytes(Token token, String expression) {
    if (token.kind() == Kind.BLOB) {
      return "'\\x" + token.text().substring(2, token.text().length() - 1) + "'";
    }
    throw new NotTranslatableException(expression);
  }

  /** A text that PostgreSQL reads as the type: a date begins with one, a document is not empty. */
  private static String spelled(Token token, String value, String type) {
    var fits =
        switch (type) {
          case "jsonb", "json" -> !value.isBlank();
          case "uuid" -> value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
          default -> value.matches("\\d{4}-\\d\\d-\\d\\d.*|\\d\\d:\\d\\d.*");
        };
    if (token.kind() != Kind.STRING || !fits) {
      throw new NotTranslatableException(token.text());
    }
    return Names.literal(value);
  }
}
