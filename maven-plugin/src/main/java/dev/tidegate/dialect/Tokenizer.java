package dev.tidegate.dialect;

import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.jdbc.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts SQL into tokens by the rules of <a
 * href="https://sqlite.org/src/file/src/tokenize.c">SQLite's tokenizer</a>, to which PostgreSQL's
 * {@code ::} is added so that expressions of both can be read. Whole statements of PostgreSQL are
 * cut by <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">its rules</a>
 * where they differ. What is not terminated ends with the text. Not safe for several threads.
 */
public final class Tokenizer {
  private static final List<String> LONG_OPERATORS =
      List.of("->>", "||", "->", "<<", ">>", "<=", "<>", ">=", "==", "!=", "::");

  private static final Pattern DOLLAR_TAG =
      Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uffff][A-Za-z0-9_\\x80-\\uffff]*)?\\$");

  private final String sql;
  private final boolean postgres;
  private int position;

  private Tokenizer(String sql, boolean postgres) {
    this.sql = sql;
    this.postgres = postgres;
  }

  /** The tokens of this text, without comments and white space. */
  public static List<Token> tokens(String sql) {
    return new Tokenizer(sql, false).all();
  }

  /** The tokens of a statement by the rules of this product. */
  public static List<Token> tokens(Product product, String sql) {
    return new Tokenizer(sql, product == Product.POSTGRESQL).all();
  }

  private List<Token> all() {
    var tokens = new ArrayList<Token>();
    while (skipBlanks()) {
      tokens.add(next());
    }
    return List.copyOf(tokens);
  }

  private boolean skipBlanks() {
    while (position < sql.length()) {
      if (" \t\n\f\r".indexOf(sql.charAt(position)) >= 0) {
        position++;
      } else if (sql.startsWith("--", position)) {
        position = after("\n", position + 2);
      } else if (sql.startsWith("/*", position)) {
        position = postgres ? afterNested() : after("*/", position + 2);
      } else {
        return true;
      }
    }
    return false;
  }

  private int afterNested() {
    var depth = 1;
    var at = position + 2;
    while (at < sql.length() && depth > 0) {
      var mark = sql.startsWith("/*", at) ? 1 : sql.startsWith("*/", at) ? -1 : 0;
      depth += mark;
      at += mark == 0 ? 1 : 2;
    }
    return Math.min(at, sql.length());
  }

  private int after(String end, int from) {
    var found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }

  private Token next() {
    var first = sql.charAt(position);
    return postgres ? ofPostgres(first) : ofBoth(first);
  }

  /** Dollar quotes and backslashes in {@code E'…'}; brackets are those of an array. */
  private Token ofPostgres(char first) {
    if (first == '$') {
      var tag = DOLLAR_TAG.matcher(sql).region(position, sql.length());
      return tag.lookingAt() ? token(Kind.STRING, after(tag.group(), tag.end())) : unquoted(first);
    }
    if ((first == 'e' || first == 'E') && peek(position + 1) == '\'') {
      return token(Kind.STRING, afterEscaped());
    }
    return first == '[' || first == '`' ? token(Kind.OPERATOR, position + 1) : ofBoth(first);
  }

  private int afterEscaped() {
    var at = position + 2;
    while (at < sql.length() && (sql.charAt(at) != '\'' || peek(at + 1) == '\'')) {
      at += sql.charAt(at) == '\\' || sql.charAt(at) == '\'' ? 2 : 1;
    }
    return Math.min(at + 1, sql.length());
  }

  private Token ofBoth(char first) {
    return switch (first) {
      case '\'' -> quoted(Kind.STRING, first, position);
      case '"' -> quoted(Kind.DOUBLE_QUOTED, first, position);
      case '`' -> quoted(Kind.BRACKETED, first, position);
      case '[' -> token(Kind.BRACKETED, after("]", position));
      default -> unquoted(first);
    };
  }

  private Token unquoted(char first) {
    if ((first == 'x' || first == 'X') && peek(position + 1) == '\'') {
      return quoted(Kind.BLOB, '\'', position + 1);
    }
    if (isDigit(first) || (first == '.' && isDigit(peek(position + 1)))) {
      return token(Kind.NUMBER, endOfNumber());
    }
    if (isWordPart(first)) {
      var end = position + 1;
      while (isWordPart(peek(end))) {
        end++;
      }
      return token(Kind.WORD, end);
    }
    for (var operator : LONG_OPERATORS) {
      if (sql.startsWith(operator, position)) {
        return token(Kind.OPERATOR, position + operator.length());
      }
    }
    return token(Kind.OPERATOR, position + 1);
  }

  /** A quote within is written twice. */
  private Token quoted(Kind kind, char quote, int open) {
    var end = open + 1;
    while (end < sql.length()) {
      if (sql.charAt(end) != quote) {
        end++;
      } else if (peek(end + 1) == quote) {
        end += 2;
      } else {
        return token(kind, end + 1);
      }
    }
    return token(kind, end);
  }

  private int endOfNumber() {
    var end = position;
    while (isWordPart(peek(end)) || peek(end) == '.' || signOfExponent(end)) {
      end++;
    }
    return end;
  }

  private boolean signOfExponent(int at) {
    var sign = peek(at);
    var before = peek(at - 1);
    return (sign == '+' || sign == '-')
        && (before == 'e' || before == 'E')
        && !sql.startsWith("0x", position)
        && !sql.startsWith("0X", position)
        && isDigit(peek(at + 1));
  }

  private char peek(int at) {
    return at < sql.length() ? sql.charAt(at) : '\0';
  }

  private Token token(Kind kind, int end) {
    var token = new Token(kind, sql.substring(position, end), position);
    position = end;
    return token;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '$'
        || c >= 0x80;
  }
}
