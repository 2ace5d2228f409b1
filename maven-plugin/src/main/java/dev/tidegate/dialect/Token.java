package dev.tidegate.dialect;

import java.util.Locale;

/**
 * One word of SQL.
 *
 * @param kind what it is
 * @param text as it stands in the source, with its quotes
 * @param start its offset in the source, in UTF-16 units
 */
public record Token(Kind kind, String text, int start) {

  /** The kinds of token; comments and white space are none. */
  public enum Kind {
    WORD,
    /** {@code "name"}, which SQLite takes for a text where no such name is known. */
    DOUBLE_QUOTED,
    /** {@code [name]} or {@code `name`}. */
    BRACKETED,
    STRING,
    BLOB,
    NUMBER,
    OPERATOR
  }

  /** The offset after its last character. */
  public int end() {
    return start + text.length();
  }

  /** Whether it is this keyword, written without quotes; {@code keyword} is in upper case. */
  public boolean is(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  /** Whether it is this operator or punctuation mark. */
  public boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** Whether it is a name in quotes of any style. */
  public boolean quotedName() {
    return kind == Kind.DOUBLE_QUOTED || kind == Kind.BRACKETED;
  }

  /** The name or text that it stands for, without quotes. */
  public String value() {
    return switch (kind) {
      case STRING, DOUBLE_QUOTED, BRACKETED -> unquoted();
      case WORD, BLOB, NUMBER, OPERATOR -> text;
    };
  }

  /** The word in upper case, for a switch over keywords; empty for anything else. */
  public String keyword() {
    return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
  }

  private String unquoted() {
    var quote = text.substring(0, 1);
    var inner = text.substring(1, Math.max(1, text.length() - 1));
    return quote.equals("[") ? inner : inner.replace(quote + quote, quote);
  }
}
