package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.diff.Pair;
import dev.tidegate.jdbc.Product;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the rows that conflict with another by the operators of an exclusion constraint, whose
 * definition reads {@code EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (…)}.
 */
final class ExclusionProbe {
  private final ProbeSource source;

  ExclusionProbe(ProbeSource source) {
    this.source = source;
  }

  String of(ExclusionConstraint constraint) {
    var sql = constraint.definition();
    var tokens = Tokenizer.tokens(Product.POSTGRESQL, sql);
    var open = next(tokens, 0, "(");
    var elements = new ArrayList<Pair<String>>();
    var start = open + 1;
    var depth = 0;
    var at = start;
    for (; depth >= 0; at++) {
      var token = tokens.get(at);
      depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
      if (depth < 0 || (depth == 0 && token.isOperator(","))) {
        elements.add(element(sql, tokens.subList(start, at)));
        start = at + 1;
      }
    }
    return of(constraint, constraint.table(), elements, where(sql, tokens, at));
  }

  /**
   * Counts.
   *
   * @param elements each an expression and the operator by which two of its values conflict
   * @param where begins with WHERE, or is empty
   */
  String of(SchemaObject constraint, ObjectId table, List<Pair<String>> elements, String where) {
    var keys = new ArrayList<String>();
    var conflicts = new ArrayList<String>();
    for (var i = 0; i < elements.size(); i++) {
      keys.add(elements.get(i).from() + " AS k" + i);
      conflicts.add("a.k%d %s b.k%d".formatted(i, elements.get(i).to(), i));
    }
    var name = PostgresIdentifiers.quote(table.name());
    return source
        .of(constraint, table, List.of(), name)
        .map(
            from ->
                ("WITH k AS (SELECT row_number() OVER () AS n, %s %s%s) SELECT count(*) FROM k AS a"
                        + " WHERE EXISTS (SELECT 1 FROM k AS b WHERE a.n <> b.n AND %s)")
                    .formatted(
                        String.join(", ", keys), from, where, String.join(" AND ", conflicts)))
        .orElseGet(() -> "SELECT count(*) " + source.rows(table));
  }

  /** An expression in parentheses, a call or a name; then a class, an order; WITH the operator. */
  private static Pair<String> element(String sql, List<Token> tokens) {
    var end = 0;
    if (!tokens.get(0).isOperator("(")) {
      end = 1;
      while (end < tokens.size() - 1 && tokens.get(end).isOperator(".")) {
        end += 2;
      }
    }
    if (tokens.get(end).isOperator("(")) {
      end = afterParentheses(tokens, end);
    }
    var with = tokens.size() - 1;
    while (!tokens.get(with).is("WITH")) {
      with--;
    }
    return new Pair<>(
        sql.substring(tokens.get(0).start(), tokens.get(end - 1).end()),
        sql.substring(tokens.get(with).end(), tokens.get(tokens.size() - 1).end()).strip());
  }

  private static int afterParentheses(List<Token> tokens, int open) {
    var depth = 0;
    var at = open;
    do {
      depth += tokens.get(at).isOperator("(") ? 1 : tokens.get(at).isOperator(")") ? -1 : 0;
      at++;
    } while (depth > 0);
    return at;
  }

  private static String where(String sql, List<Token> tokens, int from) {
    for (var at = from; at < tokens.size(); at++) {
      if (tokens.get(at).is("WHERE")) {
        var end = afterParentheses(tokens, at + 1);
        return " " + sql.substring(tokens.get(at).start(), tokens.get(end - 1).end());
      }
    }
    return "";
  }

  private static int next(List<Token> tokens, int from, String operator) {
    var at = from;
    while (!tokens.get(at).isOperator(operator)) {
      at++;
    }
    return at;
  }
}
