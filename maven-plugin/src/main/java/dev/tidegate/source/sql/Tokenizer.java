package dev.tidegate.source.sql;

import dev.tidegate.source.sql.Token.Kind;

/**
 * Cuts SQL text into tokens, without a gap: joined again they are the text. What differs between
 * databases is what {@link #special} takes.
 */
abstract class Tokenizer {
  final String text;
  private int at;

  Tokenizer(String text) {
    this.text = text;
  }

  /** Whether the whole text has been cut. */
  final boolean atEnd() {
    return at >= text.length();
  }

  /** Continues at this place: used after data that is no SQL. */
  final void moveTo(int place) {
    at = place;
  }

  /** The next token; only asked when not {@link #atEnd}. */
  final Token next() {
    var start = at;
    var special = special(start);
    if (special != null) {
      at = special.end();
      return special;
    }
    var c = text.charAt(start);
    if (Character.isWhitespace(c)) {
      at = endOf(start, Character::isWhitespace);
      return new Token(Kind.SPACE, start, at);
    }
    if (text.startsWith("--", start)) {
      var newline = text.indexOf('\n', start);
      at = newline < 0 ? text.length() : newline;
      return new Token(Kind.COMMENT, start, at);
    }
    if (isWordStart(c)) {
      at = endOf(start, this::isWordPart);
      return new Token(Kind.WORD, start, at);
    }
    at = start + 1;
    return new Token(kindOf(c), start, at);
  }

  /** A token that only this database has at this place, or null. */
  abstract @org.jspecify.annotations.Nullable Token special(int start);

  abstract boolean isWordPart(int c);

  private static boolean isWordStart(int c) {
    return Character.isLetter(c) || c == '_' || c >= 0x80;
  }

  private static Kind kindOf(char c) {
    return switch (c) {
      case '(' -> Kind.OPEN;
      case ')' -> Kind.CLOSE;
      case ';' -> Kind.SEMICOLON;
      case '\\' -> Kind.BACKSLASH;
      default -> Kind.OTHER;
    };
  }

  final int endOf(int start, java.util.function.IntPredicate part) {
    var end = start;
    while (end < text.length() && part.test(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** A quoted token in which the quote stands for itself when doubled. */
  final Token quoted(int start, int open, char quote) {
    var end = open + 1;
    while (true) {
      end = text.indexOf(quote, end);
      if (end < 0) {
        throw unfinished(start, "text that begins with " + quote);
      }
      if (end + 1 < text.length() && text.charAt(end + 1) == quote) {
        end += 2;
      } else {
        return new Token(Kind.QUOTED, start, end + 1);
      }
    }
  }

  final UnfinishedToken unfinished(int start, String what) {
    return new UnfinishedToken(start, what);
  }

  /** Something begins that the text does not end. */
  static final class UnfinishedToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int start;
    private final String what;

    UnfinishedToken(int start, String what) {
      super(what);
      this.start = start;
      this.what = what;
    }

    int start() {
      return start;
    }

    String what() {
      return what;
    }
  }
}
