package dev.tidegate.translate;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Token.Kind;
import java.util.ArrayList;
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

  private static final Set<String> TEXT_FUNCTIONS =
      Set.of("lower", "upper", "trim", "ltrim", "rtrim", "replace");
  private static final Map<String, String> COMPARISONS =
      Map.of(
          "=", "=", "==", "=", "<>", "<>", "!=", "<>", "<", "<", "<=", "<=", ">", ">", ">=", ">=");

  private final Direction direction;
  private final Function<String, Optional<Named>> columns;
  private final ExpressionTokens tokens;

  private ExpressionTranslator(
      Direction direction, Function<String, Optional<Named>> columns, ExpressionTokens tokens) {
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
    var translator = new ExpressionTranslator(direction, columns, new ExpressionTokens(expression));
    return translator.whole().truth().sql();
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
    var translator = new ExpressionTranslator(direction, columns, new ExpressionTokens(expression));
    var part = translator.whole();
    if (wanted == Category.BOOLEAN) {
      return part.truth().sql();
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
    return new ExpressionTranslator(direction, columns, new ExpressionTokens(expression))
        .whole()
        .sql();
  }

  private Part whole() {
    var part = or();
    tokens.expectEnd();
    return part;
  }

  private Part or() {
    var left = and();
    while (tokens.takeWord("OR")) {
      left = new Part(left.truth().sql() + " OR " + and().truth().sql(), Category.BOOLEAN);
    }
    return left;
  }

  private Part and() {
    var left = not();
    while (tokens.takeWord("AND")) {
      left = new Part(left.truth().sql() + " AND " + not().truth().sql(), Category.BOOLEAN);
    }
    return left;
  }

  private Part not() {
    return tokens.takeWord("NOT")
        ? new Part("NOT " + not().truth().sql(), Category.BOOLEAN)
        : comparison();
  }

  private Part comparison() {
    var left = sum();
    while (true) {
      var negated = tokens.peek(0).is("NOT") ? "NOT " : "";
      var operator = tokens.peek(negated.isEmpty() ? 0 : 1);
      if (operator.is("IN") || operator.is("BETWEEN") || operator.is("LIKE")) {
        tokens.skip(negated.isEmpty() ? 1 : 2);
        left = predicate(left, negated, operator.keyword());
      } else if (tokens.takeWord("IS")) {
        left =
            new Part(
                left.sql() + (tokens.takeWord("NOT") ? " IS NOT NULL" : " IS NULL"),
                Category.BOOLEAN);
        tokens.expectWord("NULL");
      } else if (tokens.takeWord("ISNULL")) {
        left = new Part(left.sql() + " IS NULL", Category.BOOLEAN);
      } else if (tokens.takeWord("NOTNULL")) {
        left = new Part(left.sql() + " IS NOT NULL", Category.BOOLEAN);
      } else if (tokens.peek(0).kind() == Kind.OPERATOR
          && COMPARISONS.containsKey(tokens.peek(0).text())) {
        left = compared(left);
      } else {
        return left;
      }
    }
  }

  private Part compared(Part left) {
    var operator = tokens.take().text();
    var word = COMPARISONS.getOrDefault(operator, operator);
    if (tokens.takeWord("ANY")) {
      return anyOf(left, word);
    }
    var right = sum();
    return new Part(
        left.like(right).sql() + " " + word + " " + right.like(left).sql(), Category.BOOLEAN);
  }

  private Part predicate(Part left, String negated, String keyword) {
    var text = new StringBuilder(left.sql()).append(' ').append(negated);
    if (keyword.equals("IN")) {
      tokens.expect("(");
      return new Part(text + "IN (" + items(left) + ")", Category.BOOLEAN);
    }
    if (keyword.equals("BETWEEN")) {
      text.append("BETWEEN ").append(sum().like(left).sql());
      tokens.expectWord("AND");
      return new Part(text + " AND " + sum().like(left).sql(), Category.BOOLEAN);
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
      items.add(sum().like(like).sql());
    } while (tokens.takeOperator(","));
    tokens.expect(")");
    return String.join(", ", items);
  }

  /** PostgreSQL prints {@code IN} as {@code = ANY (ARRAY[…])}. */
  private Part anyOf(Part left, String operator) {
    tokens.expect("(");
    var depth = 0;
    while (tokens.takeOperator("(")) {
      depth++;
    }
    tokens.expectWord("ARRAY");
    var items =
        new ExpressionTranslator(
                direction, columns, new ExpressionTokens(tokens.take().value() + ")"))
            .items(left);
    for (tokens.casts(); depth > 0; depth--) {
      tokens.expect(")");
      tokens.casts();
    }
    tokens.expect(")");
    if (!operator.equals("=")) {
      throw refused("ANY");
    }
    return new Part(left.sql() + " IN (" + items + ")", Category.BOOLEAN);
  }

  private Part sum() {
    var left = product();
    while (true) {
      if (tokens.takeOperator("+")) {
        left = left.arithmetic("+", product());
      } else if (tokens.takeOperator("-")) {
        left = left.arithmetic("-", product());
      } else if (tokens.takeOperator("||")) {
        var right = product();
        left.requireText();
        right.requireText();
        left = new Part(left.sql() + " || " + right.sql(), Category.TEXT);
      } else {
        return left;
      }
    }
  }

  private Part product() {
    var left = unary();
    while (true) {
      if (tokens.takeOperator("*")) {
        left = left.arithmetic("*", unary());
      } else if (tokens.takeOperator("/")) {
        left = left.dividedBy(unary());
      } else if (tokens.takeOperator("%")) {
        var right = unary();
        if (left.category() != Category.INTEGER || right.category() != Category.INTEGER) {
          throw refused("% of what are not integers");
        }
        left = left.arithmetic("%", right);
      } else {
        return left;
      }
    }
  }

  private Part unary() {
    if (tokens.takeOperator("-")) {
      var part = unary();
      if (!part.category().isNumber()) {
        throw refused("the negative of what is not a number");
      }
      return new Part((part.sql().startsWith("-") ? "- " : "-") + part.sql(), part.category());
    }
    return tokens.takeOperator("+") ? unary() : cast(primary());
  }

  private Part primary() {
    var token = tokens.take();
    return switch (token.kind()) {
      case NUMBER -> Part.number(token.text());
      case STRING -> new Part(token.text(), Category.LITERAL);
      case DOUBLE_QUOTED, BRACKETED -> column(token.value());
      case WORD -> word(token);
      case OPERATOR -> {
        if (!token.isOperator("(")) {
          throw refused("\"" + token.text() + "\"");
        }
        var inner = or();
        tokens.expect(")");
        yield new Part("(" + inner.sql() + ")", inner.category());
      }
      case BLOB -> throw refused("bytes");
    };
  }

  private Part word(Token token) {
    if (token.is("TRUE") || token.is("FALSE")) {
      return new Part(token.text().toLowerCase(Locale.ROOT), Category.BOOLEAN);
    }
    if (token.is("NULL")) {
      return new Part("NULL", Category.NULL);
    }
    return tokens.takeOperator("(")
        ? call(token.text().toLowerCase(Locale.ROOT))
        : column(token.text());
  }

  private Part column(String name) {
    var column = columns.apply(name).orElseThrow(() -> refused("\"" + name + "\""));
    return new Part(Names.quote(column.name()), column.category());
  }

  private Part call(String function) {
    var arguments = new ArrayList<Part>();
    do {
      arguments.add(or());
    } while (tokens.takeOperator(","));
    tokens.expect(")");
    var list = String.join(", ", arguments.stream().map(Part::sql).toList());
    var first = arguments.get(0);
    if (TEXT_FUNCTIONS.contains(function)) {
      arguments.forEach(Part::requireText);
      return new Part(function + "(" + list + ")", Category.TEXT);
    }
    return switch (function) {
      case "length" -> {
        first.requireText();
        yield new Part("length(" + list + ")", Category.INTEGER);
      }
      case "abs" -> {
        if (!first.category().isNumber()) {
          throw refused("abs of what is not a number");
        }
        yield new Part("abs(" + list + ")", first.category());
      }
      case "coalesce", "ifnull" -> {
        var like = arguments.stream().map(it -> it.like(first).sql()).toList();
        yield new Part("coalesce(" + String.join(", ", like) + ")", first.category());
      }
      default -> throw refused(function + "()");
    };
  }

  /** Casts that PostgreSQL writes where SQLite needs none: of a literal, or within a category. */
  private Part cast(Part part) {
    var category = tokens.casts();
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

  private NotTranslatableException refused(String what) {
    return new NotTranslatableException(what);
  }
}
