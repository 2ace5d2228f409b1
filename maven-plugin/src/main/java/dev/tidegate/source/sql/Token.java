package dev.tidegate.source.sql;

/**
 * A piece of SQL text.
 *
 * @param kind what it is
 * @param start of its first character in the text
 * @param end after its last character
 */
record Token(Kind kind, int start, int end) {

  enum Kind {
    /** White space. */
    SPACE,
    COMMENT,
    /** A key word or a name without quotes. */
    WORD,
    /** Anything in quotes: text, name or dollar quote. */
    QUOTED,
    OPEN,
    CLOSE,
    SEMICOLON,
    /** PostgreSQL's backslash, which begins a command of psql. */
    BACKSLASH,
    /** Numbers, operators and the rest, a character each. */
    OTHER
  }

  String text(String sql) {
    return sql.substring(start, end);
  }
}
