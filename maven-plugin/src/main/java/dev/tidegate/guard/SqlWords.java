package dev.tidegate.guard;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.jdbc.Product;
import java.util.List;
import java.util.Locale;

/** One statement, to be looked at word by word. Places outside of it hold nothing. */
record SqlWords(String sql, List<Token> tokens) {

  /** A statement, cut by the rules of this product. */
  static SqlWords of(Product product, String sql) {
    return new SqlWords(sql, Tokenizer.tokens(product, sql));
  }

  /** The statement as it is written, from this word on, without the semicolon at its end. */
  String from(int at) {
    var last = tokens.get(size() - 1);
    return sql.substring(tokens.get(at).start(), last.isOperator(";") ? last.start() : last.end());
  }

  /** What stands from one word to before another. */
  String between(int start, int end) {
    return start >= end ? "" : sql.substring(tokens.get(start).start(), tokens.get(end - 1).end());
  }

  int size() {
    return tokens.size();
  }

  /** The word there in upper case; empty for what is no word. */
  String keyword(int at) {
    return isWithin(at) ? tokens.get(at).keyword() : "";
  }

  boolean isOperator(int at, String operator) {
    return isWithin(at) && tokens.get(at).isOperator(operator);
  }

  /** Whether a name can stand there. */
  boolean isName(int at) {
    return isWithin(at) && isName(tokens.get(at));
  }

  /** Whether this name stands somewhere, in any case. */
  boolean mentions(String name) {
    return tokens.stream().anyMatch(it -> isName(it) && name(it).equalsIgnoreCase(name));
  }

  /** Every word that could be a name. */
  List<String> names() {
    return tokens.stream().filter(SqlWords::isName).map(SqlWords::name).distinct().toList();
  }

  /** Where this keyword stands among the first few words; -1 where it does not. */
  int place(String keyword, int few) {
    for (var at = 0; at < few; at++) {
      if (keyword(at).equals(keyword)) {
        return at;
      }
    }
    return -1;
  }

  /** The change of depth that a parenthesis makes. */
  int turn(int at) {
    return isOperator(at, "(") ? 1 : isOperator(at, ")") ? -1 : 0;
  }

  /** The place after these keywords, each of which may be absent. */
  int skip(int start, String... keywords) {
    var at = start;
    for (var keyword : keywords) {
      at = keyword(at).equals(keyword) ? at + 1 : at;
    }
    return at;
  }

  /** The parts of the name that starts there; without quotes they are in lower case. */
  List<String> name(int start) {
    return tokens.subList(Math.min(start, size()), end(start)).stream()
        .filter(SqlWords::isName)
        .map(SqlWords::name)
        .toList();
  }

  /** The place after the name that starts there. */
  int end(int start) {
    var at = Math.min(start + 1, size());
    while (at + 1 < size() && isOperator(at, ".")) {
      at += 2;
    }
    return at;
  }

  private boolean isWithin(int at) {
    return at >= 0 && at < tokens.size();
  }

  private static boolean isName(Token token) {
    return token.kind() == Token.Kind.WORD || token.quotedName();
  }

  private static String name(Token token) {
    return token.quotedName() ? token.value() : token.text().toLowerCase(Locale.ROOT);
  }
}
