package dev.tidegate.translate;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an expression's tokens from the left. Not safe for several threads. */
final class ExpressionTokens {
  private static final Set<String> TYPE_WORDS =
      Set.of("VARYING", "PRECISION", "WITH", "WITHOUT", "TIME", "ZONE");

  private final List<Token> tokens;
  private int next;

  ExpressionTokens(String expression) {
    this.tokens = Tokenizer.tokens(expression);
  }

  void skip(int count) {
    next += count;
  }

  /** Refuses what follows the expression's end. */
  void expectEnd() {
    if (next < tokens.size()) {
      throw new NotTranslatableException("\"" + tokens.get(next).text() + "\"");
    }
  }

  Token peek(int further) {
    return next + further < tokens.size()
        ? tokens.get(next + further)
        : new Token(Kind.OPERATOR, "", 0);
  }

  Token take() {
    if (next >= tokens.size()) {
      throw new NotTranslatableException("an expression that ends too early");
    }
    return tokens.get(next++);
  }

  boolean takeWord(String keyword) {
    if (!peek(0).is(keyword)) {
      return false;
    }
    next++;
    return true;
  }

  boolean takeOperator(String operator) {
    if (!peek(0).isOperator(operator)) {
      return false;
    }
    next++;
    return true;
  }

  void expect(String operator) {
    if (!takeOperator(operator)) {
      throw new NotTranslatableException("\"" + peek(0).text() + "\"");
    }
  }

  void expectWord(String keyword) {
    if (!takeWord(keyword)) {
      throw new NotTranslatableException("\"" + peek(0).text() + "\"");
    }
  }

  /** Takes all casts that come next; the category of the last. */
  Optional<Category> casts() {
    Optional<Category> category = Optional.empty();
    while (takeOperator("::")) {
      var type = new StringBuilder();
      while (peek(0).kind() == Kind.WORD
          && (type.isEmpty() || TYPE_WORDS.contains(peek(0).keyword()))) {
        type.append(type.isEmpty() ? "" : " ").append(take().text());
      }
      if (takeOperator("(")) {
        while (!takeOperator(")")) {
          take();
        }
      }
      if (peek(0).kind() == Kind.BRACKETED) {
        type.append(take().text());
      }
      category = Optional.of(Category.ofPostgres(type.toString()));
    }
    return category;
  }
}
