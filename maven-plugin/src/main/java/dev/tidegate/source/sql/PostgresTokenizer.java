package dev.tidegate.source.sql;

import dev.tidegate.source.sql.Token.Kind;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's lexical rules: https://www.postgresql.org/docs/current/sql-syntax-lexical.html */
final class PostgresTokenizer extends Tokenizer {
  private boolean backslashEscapes;

  PostgresTokenizer(String text) {
    super(text);
  }

  /** What {@code SET standard_conforming_strings = off} changes. */
  void setBackslashEscapes(boolean on) {
    backslashEscapes = on;
  }

  @Override
  @Nullable Token special(int start) {
    return switch (text.charAt(start)) {
      case '\'' -> backslashEscapes ? escaped(start, start) : quoted(start, start, '\'');
      case '"' -> quoted(start, start, '"');
      case 'e', 'E' -> text.startsWith("'", start + 1) ? escaped(start, start + 1) : null;
      case '/' -> text.startsWith("/*", start) ? comment(start) : null;
      case '$' -> dollarQuoted(start);
      default -> null;
    };
  }

  @Override
  boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
  }

  /** {@code E'…'}: a backslash keeps the next character from ending it. */
  private Token escaped(int start, int open) {
    var at = open + 1;
    while (at < text.length()) {
      var c = text.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (c != '\'') {
        at++;
      } else if (text.startsWith("''", at)) {
        at += 2;
      } else {
        var continued = continuation(at + 1);
        if (continued < 0) {
          return new Token(Kind.QUOTED, start, at + 1);
        }
        at = continued + 1;
      }
    }
    throw unfinished(start, "text that begins with " + text.substring(start, open + 1));
  }

  /** Texts with only white space and a line end between them are one, under the first's rules. */
  private int continuation(int after) {
    var end = endOf(after, Character::isWhitespace);
    var newline = text.indexOf('\n', after);
    return newline >= 0 && newline < end && text.startsWith("'", end) ? end : -1;
  }

  /** Comments nest. */
  private Token comment(int start) {
    var depth = 1;
    var at = start + 2;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return new Token(Kind.COMMENT, start, at);
        }
      } else {
        at++;
      }
    }
    throw unfinished(start, "a comment that begins with /*");
  }

  private @Nullable Token dollarQuoted(int start) {
    var end = endOf(start + 1, c -> c != '$' && isWordPart(c));
    var isTag = end == start + 1 || !Character.isDigit(text.charAt(start + 1));
    if (!isTag || !text.startsWith("$", end)) {
      return null;
    }
    var tag = text.substring(start, end + 1);
    var close = text.indexOf(tag, end + 1);
    if (close < 0) {
      throw unfinished(start, "text that begins with " + tag);
    }
    return new Token(Kind.QUOTED, start, close + tag.length());
  }
}
