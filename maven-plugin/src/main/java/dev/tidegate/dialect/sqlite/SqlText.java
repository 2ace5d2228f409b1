package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * SQL text from tokens, with white space and quotes in one form whatever the source looked like.
 */
final class SqlText {
  /** Words after which an opening parenthesis is not that of a call. */
  private static final Set<String> BEFORE_PARENTHESIS =
      Set.of(
          """
          ALL AND AS BETWEEN BY CASE CHECK COLLATE DEFAULT DISTINCT ELSE ESCAPE EXCEPT EXISTS FILTER
          FROM GLOB HAVING IN INTERSECT IS JOIN KEY LIKE LIMIT MATCH NOT OFFSET ON OR OVER REFERENCES
          REGEXP RETURNING SELECT SET THEN UNION UNIQUE USING VALUES WHEN WHERE
          """
              .strip()
              .split("\\s+"));

  private SqlText() {}

  /** The tokens as written, with single spaces where the eye expects them. */
  static String of(List<Token> tokens) {
    return print(tokens, Token::text);
  }

  /**
   * The tokens in the form in which two texts are compared: names and keywords fold their case, and
   * quotes that make no difference are gone.
   */
  static String folded(List<Token> tokens) {
    return print(
        tokens,
        token ->
            switch (token.kind()) {
              case WORD -> SqliteIdentifiers.fold(token.text());
              case DOUBLE_QUOTED, BRACKETED ->
                  SqliteIdentifiers.quote(SqliteIdentifiers.fold(token.value()));
              case BLOB, NUMBER -> token.text().toLowerCase(Locale.ROOT);
              case STRING, OPERATOR -> token.text();
            });
  }

  /** The text in the form in which two texts are compared. */
  static String folded(String sql) {
    return folded(Tokenizer.tokens(sql));
  }

  private static String print(List<Token> tokens, Function<Token, String> word) {
    var text = new StringBuilder();
    for (var i = 0; i < tokens.size(); i++) {
      if (i > 0 && spaced(tokens, i)) {
        text.append(' ');
      }
      text.append(word.apply(tokens.get(i)));
    }
    return text.toString();
  }

  private static boolean spaced(List<Token> tokens, int at) {
    var before = tokens.get(at - 1);
    var token = tokens.get(at);
    if (isOneOf(token, "),.;") || isOneOf(before, "(.")) {
      return false;
    }
    if (token.isOperator("(")) {
      return !(before.quotedName()
          || (before.kind() == Kind.WORD && !BEFORE_PARENTHESIS.contains(before.keyword())));
    }
    // two minus signs without a space would begin a comment
    return !isSign(tokens, at - 1) || token.isOperator("-");
  }

  /** Whether it is a sign and not an operator between two values. */
  private static boolean isSign(List<Token> tokens, int at) {
    if (!isOneOf(tokens.get(at), "+-~")) {
      return false;
    }
    if (at == 0 || tokens.get(at).isOperator("~")) {
      return true;
    }
    var before = tokens.get(at - 1);
    return before.kind() == Kind.OPERATOR
        ? !before.isOperator(")")
        : BEFORE_PARENTHESIS.contains(before.keyword());
  }

  private static boolean isOneOf(Token token, String operators) {
    return token.kind() == Kind.OPERATOR
        && token.text().length() == 1
        && operators.contains(token.text());
  }
}
