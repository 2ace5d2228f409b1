package dev.tidegate.translate;

import java.util.Locale;

/**
 * A translated part of an expression.
 *
 * @param sql in the other database's words
 * @param category of its value
 */
record Part(String sql, Category category) {

  /** A literal; PostgreSQL before 16 knows no hexadecimal ones. */
  static Part number(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("0x")) {
      return new Part(
          Long.toString(Long.parseUnsignedLong(lower.substring(2), 16)), Category.INTEGER);
    }
    var whole = lower.chars().allMatch(c -> c >= '0' && c <= '9');
    return new Part(
        text.replace("_", ""),
        whole ? Category.INTEGER : lower.contains("e") ? Category.REAL : Category.DECIMAL);
  }

  /** In SQLite a whole number in a NUMERIC column divides as an integer. */
  Part dividedBy(Part right) {
    var whole = category == Category.INTEGER && right.category() == Category.INTEGER;
    if (!whole && category != Category.REAL && right.category() != Category.REAL) {
      throw new NotTranslatableException("a division of decimals");
    }
    return arithmetic("/", right);
  }

  Part arithmetic(String operator, Part right) {
    if (!category.isNumber() || !right.category().isNumber()) {
      throw new NotTranslatableException("arithmetic with what are not numbers");
    }
    var wider = category.compareTo(right.category()) > 0 ? category : right.category();
    return new Part(sql + " " + operator + " " + right.sql(), wider);
  }

  /** A part as something that is true or false. */
  Part truth() {
    if (category == Category.BOOLEAN || category == Category.NULL) {
      return this;
    }
    if (category.isNumber()) {
      return new Part("(" + sql + " <> 0)", Category.BOOLEAN);
    }
    throw new NotTranslatableException("a text where true or false is meant");
  }

  /** A part so that it can be compared with the other. */
  Part like(Part other) {
    var one = category;
    var two = other.category();
    var isAlike =
        one == two
            || one == Category.NULL
            || two == Category.NULL
            || (one.isNumber() && two.isNumber())
            || (one == Category.LITERAL && !two.isNumber() && two != Category.BOOLEAN)
            || (two == Category.LITERAL && !one.isNumber() && one != Category.BOOLEAN);
    if (isAlike) {
      return this;
    }
    if (two == Category.BOOLEAN && (sql.equals("0") || sql.equals("1"))) {
      return new Part(sql.equals("1") ? "true" : "false", Category.BOOLEAN);
    }
    if (one == Category.BOOLEAN && (other.sql().equals("0") || other.sql().equals("1"))) {
      return this;
    }
    throw new NotTranslatableException("a comparison of what are not alike");
  }

  void requireText() {
    if (category != Category.TEXT && category != Category.LITERAL) {
      throw new NotTranslatableException("a function of texts on something else");
    }
  }
}
