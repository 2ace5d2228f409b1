package dev.tidegate.translate;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says an expression over the columns of one table in the other database's words, as long as it
 * keeps to what both understand alike: columns, literals, comparison, logic, arithmetic and some
 * functions. It knows the kinds of values, since PostgreSQL compares only like with like and SQLite
 * everything. Not safe for several threads; made for one expression and thrown away.
 */
final class ExpressionTranslator {
  /** Which way. */
  enum Direction {
    TO_POSTGRES,
    TO_SQLITE
  }

  /**
   * A column as the expression may name it.
   *
   * @param name as it is called
   * @param category of its values in the other database
   */
  record Named(String name, Category category) {}

  /** A translated part with the kind of its value. */
  private record Part(String sql, Category category) {}

  private static final Set<String> TEXT_FUNCTIONS =
      Set.of("lower", "upper", "trim", "ltrim", "rtrim", "replace");
  private static final Map<String, String> COMPARISONS =
      Map.of(
          "=", "=", "==", "=", "<>", "<>", "!=", "<>", "<", "<", "<=", "<=", ">", ">", ">=", ">=");

  private final Direction direction;
  private final Function<String, Optional<Named>> columns;
  private final List<Token> tokens;
  private int next;

  private ExpressionTranslator(
      Direction direction, Function<String, Optional<Named>> columns, List<Token> tokens) {
    this.direction = direction;
    this.columns = columns;
    this.tokens = tokens;
  }

  /**
   * The expression as a condition.
   *
   * @throws NotTranslatableException when it says what the other database cannot
   */
  static String condition(
      Direction direction, Function<String, Optional<Named>> columns, String expression) {
    var translator = new ExpressionTranslator(direction, columns, Tokenizer.tokens(expression));
    var part = translator.truth(translator.whole());
    return part.sql();
  }

  /**
   * The expression as a value of this kind.
   *
   * @throws NotTranslatableException when it says what the other database cannot
   */
  static String value(
      Direction direction,
      Function<String, Optional<Named>> columns,
      String expression,
      Category wanted) {
    var translator = new ExpressionTranslator(direction, columns, Tokenizer.tokens(expression));
    var part = translator.whole();
    if (wanted == Category.BOOLEAN) {
      return translator.truth(part).sql();
    }
    var fits =
        part.category() == wanted
            || part.category() == Category.LITERAL
            || (part.category().isNumber() && wanted.isNumber());
    if (!fits) {
      throw translator.refused("a value of another type");
    }
    return part.sql();
  }

  /**
   * The expression as a value of whatever kind it is.
   *
   * @throws NotTranslatableException when it says what the other database cannot
   */
  static String expression(
      Direction direction, Function<String, Optional<Named>> columns, String expression) {
    return new ExpressionTranslator(direction, columns, Tokenizer.tokens(expression)).whole().sql();
  }

  private Part whole() {
    var part = or();
    if (next < tokens.size()) {
      throw refused("\"" + tokens.get(next).text() + "\"");
    }
    return part;
  }

  private Part or() {
    var left = and();
    while (takeWord("OR")) {
      left = new Part(truth(left).sql() + " OR " + truth(and()).sql(), Category.BOOLEAN);
    }
    return left;
  }

  private Part and() {
    var left = not();
    while (takeWord("AND")) {
      left = new Part(truth(left).sql() + " AND " + truth(not()).sql(), Category.BOOLEAN);
    }
    return left;
  }

  private Part not() {
    return takeWord("NOT") ? new Part("NOT " + truth(not()).sql(), Category.BOOLEAN) : comparison();
  }

  private Part comparison() {
    var left = sum();
    while (true) {
      var negated = peek(0).is("NOT") ? "NOT " : "";
      var operator = peek(negated.isEmpty() ? 0 : 1);
      if (operator.is("IN") || operator.is("BETWEEN") || operator.is("LIKE")) {
        next += negated.isEmpty() ? 1 : 2;
        left = predicate(left, negated, operator.keyword());
      } else if (takeWord("IS")) {
        left =
            new Part(
                left.sql() + (takeWord("NOT") ? " IS NOT NULL" : " IS NULL"), Category.BOOLEAN);
        expectWord("NULL");
      } else if (takeWord("ISNULL")) {
        left = new Part(left.sql() + " IS NULL", Category.BOOLEAN);
      } else if (takeWord("NOTNULL")) {
        left = new Part(left.sql() + " IS NOT NULL", Category.BOOLEAN);
      } else if (peek(0).kind() == Kind.OPERATOR && COMPARISONS.containsKey(peek(0).text())) {
        left = compared(left);
      } else {
        return left;
      }
    }
  }

  private Part compared(Part left) {
    var operator = take().text();
    var word = COMPARISONS.getOrDefault(operator, operator);
    if (takeWord("ANY")) {
      return anyOf(left, word);
    }
    var right = sum();
    return new Part(
        likeOther(left, right).sql() + " " + word + " " + likeOther(right, left).sql(),
        Category.BOOLEAN);
  }

  private Part predicate(Part left, String negated, String keyword) {
    var text = new StringBuilder(left.sql()).append(' ').append(negated);
    if (keyword.equals("IN")) {
      expect("(");
      return new Part(text + "IN (" + items(left) + ")", Category.BOOLEAN);
    }
    if (keyword.equals("BETWEEN")) {
      text.append("BETWEEN ").append(likeOther(sum(), left).sql());
      expectWord("AND");
      return new Part(text + " AND " + likeOther(sum(), left).sql(), Category.BOOLEAN);
    }
    var pattern = sum();
    if (direction == Direction.TO_SQLITE || left.category() != Category.TEXT) {
      throw refused("LIKE, which tells upper from lower case on one side only");
    }
    return new Part(text + "ILIKE " + pattern.sql(), Category.BOOLEAN);
  }

  private String items(Part like) {
    var items = new ArrayList<String>();
    do {
      items.add(likeOther(sum(), like).sql());
    } while (takeOperator(","));
    expect(")");
    return String.join(", ", items);
  }

  /** PostgreSQL prints {@code IN} as {@code = ANY (ARRAY[…])}. */
  private Part anyOf(Part left, String operator) {
    expect("(");
    var depth = 0;
    while (takeOperator("(")) {
      depth++;
    }
    expectWord("ARRAY");
    var items =
        new ExpressionTranslator(direction, columns, Tokenizer.tokens(take().value() + ")"))
            .items(left);
    for (casts(); depth > 0; depth--) {
      expect(")");
      casts();
    }
    expect(")");
    if (!operator.equals("=")) {
      throw refused("ANY");
    }
    return new Part(left.sql() + " IN (" + items + ")", Category.BOOLEAN);
  }

  private Part sum() {
    var left = product();
    while (true) {
      if (takeOperator("+")) {
        left = arithmetic(left, "+", product());
      } else if (takeOperator("-")) {
        left = arithmetic(left, "-", product());
      } else if (takeOperator("||")) {
        var right = product();
        requireText(left);
        requireText(right);
        left = new Part(left.sql() + " || " + right.sql(), Category.TEXT);
      } else {
        return left;
      }
    }
  }

  private Part product() {
    var left = unary();
    while (true) {
      if (takeOperator("*")) {
        left = arithmetic(left, "*", unary());
      } else if (takeOperator("/")) {
        left = divided(left, unary());
      } else if (takeOperator("%")) {
        var right = unary();
        if (left.category() != Category.INTEGER || right.category() != Category.INTEGER) {
          throw refused("% of what are not integers");
        }
        left = arithmetic(left, "%", right);
      } else {
        return left;
      }
    }
  }

  /** In SQLite a whole number in a NUMERIC column divides as an integer. */
  private Part divided(Part left, Part right) {
    var whole = left.category() == Category.INTEGER && right.category() == Category.INTEGER;
    if (!whole && left.category() != Category.REAL && right.category() != Category.REAL) {
      throw refused("a division of decimals");
    }
    return arithmetic(left, "/", right);
  }

  private Part arithmetic(Part left, String operator, Part right) {
    if (!left.category().isNumber() || !right.category().isNumber()) {
      throw refused("arithmetic with what are not numbers");
    }
    var wider =
        left.category().compareTo(right.category()) > 0 ? left.category() : right.category();
    return new Part(left.sql() + " " + operator + " " + right.sql(), wider);
  }

  private Part unary() {
    if (takeOperator("-")) {
      var part = unary();
      if (!part.category().isNumber()) {
        throw refused("the negative of what is not a number");
      }
      return new Part((part.sql().startsWith("-") ? "- " : "-") + part.sql(), part.category());
    }
    return takeOperator("+") ? unary() : cast(primary());
  }

  private Part primary() {
    var token = take();
    return switch (token.kind()) {
      case NUMBER -> number(token.text());
      case STRING -> new Part(token.text(), Category.LITERAL);
      case DOUBLE_QUOTED, BRACKETED -> column(token.value());
      case WORD -> word(token);
      case OPERATOR -> {
        if (!token.isOperator("(")) {
          throw refused("\"" + token.text() + "\"");
        }
        var inner = or();
        expect(")");
        yield new Part("(" + inner.sql() + ")", inner.category());
      }
      case BLOB -> throw refused("bytes");
    };
  }

  private static Part number(String text) {
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

  private Part word(Token token) {
    if (token.is("TRUE") || token.is("FALSE")) {
      return new Part(token.text().toLowerCase(Locale.ROOT), Category.BOOLEAN);
    }
    if (token.is("NULL")) {
      return new Part("NULL", Category.NULL);
    }
    return takeOperator("(") ? call(token.text().toLowerCase(Locale.ROOT)) : column(token.text());
  }

  private Part column(String name) {
    var column = columns.apply(name).orElseThrow(() -> refused("\"" + name + "\""));
    return new Part(Names.quote(column.name()), column.category());
  }

  private Part call(String function) {
    var arguments = new ArrayList<Part>();
    do {
      arguments.add(or());
    } while (takeOperator(","));
    expect(")");
    var list = String.join(", ", arguments.stream().map(Part::sql).toList());
    var first = arguments.get(0);
    if (TEXT_FUNCTIONS.contains(function)) {
      arguments.forEach(this::requireText);
      return new Part(function + "(" + list + ")", Category.TEXT);
    }
    return switch (function) {
      case "length" -> {
        requireText(first);
        yield new Part("length(" + list + ")", Category.INTEGER);
      }
      case "abs" -> {
        if (!first.category().isNumber()) {
          throw refused("abs of what is not a number");
        }
        yield new Part("abs(" + list + ")", first.category());
      }
      case "coalesce", "ifnull" -> {
        var like = arguments.stream().map(it -> likeOther(it, first).sql()).toList();
        yield new Part("coalesce(" + String.join(", ", like) + ")", first.category());
      }
      default -> throw refused(function + "()");
    };
  }

  /** Casts that PostgreSQL writes where SQLite needs none: of a literal, or within a category. */
  private Part cast(Part part) {
    var category = casts();
    if (category.isEmpty()) {
      return part;
    }
    var to = category.get();
    var harmless =
        part.category() == Category.LITERAL
            || part.category() == Category.NULL
            || part.category() == to
            || (part.category() == Category.INTEGER && to.isNumber());
    if (!harmless) {
      throw refused("a cast");
    }
    var takesType = part.category() == Category.LITERAL && to != Category.OTHER;
    return new Part(part.sql(), takesType ? to : part.category());
  }

  /** Takes all casts that come next; the category of the last. */
  private Optional<Category> casts() {
    Optional<Category> category = Optional.empty();
    while (takeOperator("::")) {
      var type = new StringBuilder();
      while (peek(0).kind() == Kind.WORD && (type.isEmpty() || isTypeWord(peek(0)))) {
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

  private static boolean isTypeWord(Token token) {
    return Set.of("VARYING", "PRECISION", "WITH", "WITHOUT", "TIME", "ZONE")
        .contains(token.keyword());
  }

  /** A part as something that is true or false. */
  private Part truth(Part part) {
    if (part.category() == Category.BOOLEAN || part.category() == Category.NULL) {
      return part;
    }
    if (part.category().isNumber()) {
      return new Part("(" + part.sql() + " <> 0)", Category.BOOLEAN);
    }
    throw refused("a text where true or false is meant");
  }

  /** A part so that it can be compared with the other. */
  private Part likeOther(Part part, Part other) {
    var one = part.category();
    var two = other.category();
    var isAlike =
        one == two
            || one == Category.NULL
            || two == Category.NULL
            || (one.isNumber() && two.isNumber())
            || (one == Category.LITERAL && !two.isNumber() && two != Category.BOOLEAN)
            || (two == Category.LITERAL && !one.isNumber() && one != Category.BOOLEAN);
    if (isAlike) {
      return part;
    }
    if (two == Category.BOOLEAN && (part.sql().equals("0") || part.sql().equals("1"))) {
      return new Part(part.sql().equals("1") ? "true" : "false", Category.BOOLEAN);
    }
    if (one == Category.BOOLEAN && (other.sql().equals("0") || other.sql().equals("1"))) {
      return part;
    }
    throw refused("a comparison of what are not alike");
  }

  private void requireText(Part part) {
    if (part.category() != Category.TEXT && part.category() != Category.LITERAL) {
      throw refused("a function of texts on something else");
    }
  }

  private Token peek(int further) {
    return next + further < tokens.size()
        ? tokens.get(next + further)
        : new Token(Kind.OPERATOR, "", 0);
  }

  private Token take() {
    if (next >= tokens.size()) {
      throw refused("an expression that ends too early");
    }
    return tokens.get(next++);
  }

  private boolean takeWord(String keyword) {
    if (!peek(0).is(keyword)) {
      return false;
    }
    next++;
    return true;
  }

  private boolean takeOperator(String operator) {
    if (!peek(0).isOperator(operator)) {
      return false;
    }
    next++;
    return true;
  }

  private void expect(String operator) {
    if (!takeOperator(operator)) {
      throw refused("\"" + peek(0).text() + "\"");
    }
  }

  private void expectWord(String keyword) {
    if (!takeWord(keyword)) {
      throw refused("\"" + peek(0).text() + "\"");
    }
  }

  private NotTranslatableException refused(String what) {
    return new NotTranslatableException(what);
  }
}
