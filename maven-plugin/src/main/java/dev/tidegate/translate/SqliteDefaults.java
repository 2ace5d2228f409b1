package dev.tidegate.translate;

import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.Tokenizer;
import java.util.Optional;
import java.util.Set;

/** The default of a column in SQLite, for one of PostgreSQL. */
final class SqliteDefaults {
  private static final Set<String> NOW =
      Set.of(
          "now()",
          "transaction_timestamp()",
          "statement_timestamp()",
          "clock_timestamp()",
          "LOCALTIMESTAMP");
  private static final Set<String> CURRENT =
      Set.of("CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP");

  private SqliteDefaults() {}

  /**
   * The default as SQLite takes it; empty for null.
   *
   * @param type of the column in PostgreSQL
   * @throws NotTranslatableException when there is none
   */
  static Optional<String> of(String expression, String type) {
    var tokens = Tokenizer.tokens(expression);
    var first = tokens.get(0);
    if (first.is("NULL")) {
      return Optional.empty();
    }
    if (CURRENT.contains(first.keyword())) {
      return Optional.of(first.keyword());
    }
    if (NOW.contains(expression)) {
      return Optional.of(type.equals("date") ? "CURRENT_DATE" : "CURRENT_TIMESTAMP");
    }
    var category = Category.ofPostgres(type);
    if (first.kind() == Kind.STRING && category.isNumber()) {
      return Optional.of(first.value());
    }
    if (first.kind() == Kind.STRING && category == Category.BYTES) {
      return Optional.of(bytes(first.value()));
    }
    return Optional.of(
        ExpressionTranslator.value(
            ExpressionTranslator.Direction.TO_SQLITE,
            name -> Optional.empty(),
            expression,
            category));
  }

  private static String bytes(String text) {
    if (!text.matches("\\\\x([0-9a-fA-F]{2})*")) {
      throw new NotTranslatableException(text);
    }
    return "x'" + text.substring(2) + "'";
  }
}
