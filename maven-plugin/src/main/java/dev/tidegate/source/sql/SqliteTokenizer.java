package dev.tidegate.source.sql;

import dev.tidegate.source.sql.Token.Kind;
import org.jspecify.annotations.Nullable;

/** SQLite's lexical rules, as sqlite3_complete has them: https://sqlite.org/c3ref/complete.html */
final class SqliteTokenizer extends Tokenizer {

  SqliteTokenizer(String text) {
    super(text);
  }

  @Override
  @Nullable Token special(int start) {
    var c = text.charAt(start);
    return switch (c) {
      case '\'', '"', '`' -> quoted(start, start, c);
      case '[' -> bracketed(start);
      case '/' -> text.startsWith("/*", start) ? comment(start) : null;
      default -> null;
    };
  }

  @Override
  boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
  }

  private Token bracketed(int start) {
    var end = text.indexOf(']', start);
    if (end < 0) {
      throw unfinished(start, "a name that begins with [");
    }
    return new Token(Kind.QUOTED, start, end + 1);
  }

  /**
   * Comments do not nest, and the end of the text ends one: https://sqlite.org/lang_comment.html
   */
  private Token comment(int start) {
    var end = text.indexOf("*/", start + 2);
    return new Token(Kind.COMMENT, start, end < 0 ? text.length() : end + 2);
  }
}
