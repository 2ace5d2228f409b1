package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** Reads tokens one after the other. Not safe for several threads. */
final class TokenReader {
  private static final Token END = new Token(Kind.OPERATOR, "", 0);

  private final List<Token> tokens;
  private int next;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  static TokenReader of(String sql) {
    return new TokenReader(Tokenizer.tokens(sql));
  }

  boolean atEnd() {
    return next >= tokens.size();
  }

  /** The next token without taking it; an empty operator at the end. */
  Token peek() {
    return peek(0);
  }

  /** The token this many after the next. */
  Token peek(int further) {
    return next + further < tokens.size() ? tokens.get(next + further) : END;
  }

  Token take() {
    if (atEnd()) {
      throw new SqlNotUnderstoodException("ends too early");
    }
    return tokens.get(next++);
  }

  /** Takes these keywords if all of them come next. */
  boolean takeIf(String... keywords) {
    for (var i = 0; i < keywords.length; i++) {
      if (!peek(i).is(keywords[i])) {
        return false;
      }
    }
    next += keywords.length;
    return true;
  }

  boolean takeIfOperator(String operator) {
    if (!peek().isOperator(operator)) {
      return false;
    }
    next++;
    return true;
  }

  void expect(String keyword) {
    if (!takeIf(keyword)) {
      throw unexpected();
    }
  }

  void expectOperator(String operator) {
    if (!takeIfOperator(operator)) {
      throw unexpected();
    }
  }

  /** A name: a word, or a name or text in quotes, since SQLite takes {@code 'name'} as well. */
  String name() {
    var token = take();
    if (token.kind() == Kind.WORD || token.quotedName() || token.kind() == Kind.STRING) {
      return token.value();
    }
    throw new SqlNotUnderstoodException("no name: " + token.text());
  }

  /** What stands between the parentheses that come next, which are taken as well. */
  List<Token> parenthesised() {
    expectOperator("(");
    var inner = until(List.of());
    expectOperator(")");
    return inner;
  }

  /** The items of the list in parentheses that comes next. */
  List<List<Token>> list() {
    expectOperator("(");
    var items = new ArrayList<List<Token>>();
    do {
      items.add(until(List.of(",")));
    } while (takeIfOperator(","));
    expectOperator(")");
    return items;
  }

  /** Everything up to one of these operators or the parenthesis that closes this level. */
  List<Token> until(List<String> operators) {
    var found = new ArrayList<Token>();
    var depth = 0;
    while (!atEnd()) {
      var token = peek();
      if (depth == 0
          && token.kind() == Kind.OPERATOR
          && (token.text().equals(")") || operators.contains(token.text()))) {
        break;
      }
      depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
      found.add(take());
    }
    return found;
  }

  /** Everything that is left. */
  List<Token> rest() {
    var rest = List.copyOf(tokens.subList(next, tokens.size()));
    next = tokens.size();
    return rest;
  }

  SqlNotUnderstoodException unexpected() {
    return new SqlNotUnderstoodException(
        atEnd() ? "ends too early" : "unexpected \"" + peek().text() + "\"");
  }
}
