package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.jdbc.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A partition's bound as a condition that holds for exactly its rows.
 * https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION
 */
final class PartitionBound {
  /** A column; one with a collation or an operator class of its own compares in another way. */
  private static final Pattern COMPARABLE =
      Pattern.compile("[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\"");

  private PartitionBound() {}

  /**
   * The condition of a list, or of a range, over one column. Empty for a default partition, which
   * takes what the others leave, for a hash, an expression, and a range over several keys.
   *
   * @param key {@code RANGE (created_at)}
   * @param bound {@code FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')}
   */
  static Optional<String> condition(String key, String bound) {
    var keys = lists(key);
    var values = lists(bound);
    if (keys.size() != 1 || keys.get(0).size() != 1 || values.isEmpty()) {
      return Optional.empty();
    }
    var column = keys.get(0).get(0);
    if (!COMPARABLE.matcher(column).matches()) {
      return Optional.empty();
    }
    if (key.startsWith("LIST")) {
      return Optional.of(list(column, values.get(0)));
    }
    return key.startsWith("RANGE") && values.size() == 2
        ? Optional.of(range(column, values.get(0).get(0), values.get(1).get(0)))
        : Optional.empty();
  }

  private static String list(String column, List<String> values) {
    var set =
        values.stream()
            .filter(it -> !it.equals("NULL"))
            .map(PartitionBound::literal)
            .collect(Collectors.joining(", "));
    if (set.isEmpty()) {
      return column + " IS NULL";
    }
    var in = column + " IN (" + set + ")";
    return values.contains("NULL")
        ? column + " IS NULL OR " + in
        : column + " IS NOT NULL AND " + in;
  }

  private static String range(String column, String lowest, String end) {
    var condition = column + " IS NOT NULL";
    if (!lowest.equals("MINVALUE")) {
      condition += " AND " + column + " >= " + literal(lowest);
    }
    if (!end.equals("MAXVALUE")) {
      condition += " AND " + column + " < " + literal(end);
    }
    return condition;
  }

  /** In quotes any literal is one of the column's own type. */
  private static String literal(String value) {
    return value.startsWith("'") ? value : PostgresIdentifiers.literal(value);
  }

  /** The items of each pair of outermost parentheses. */
  private static List<List<String>> lists(String sql) {
    var lists = new ArrayList<List<String>>();
    var items = new ArrayList<String>();
    var depth = 0;
    var start = 0;
    for (Token token : Tokenizer.tokens(Product.POSTGRESQL, sql)) {
      if (token.isOperator("(") && ++depth == 1) {
        start = token.end();
      } else if (token.isOperator(")") && --depth == 0) {
        items.add(sql.substring(start, token.start()).strip());
        lists.add(List.copyOf(items));
        items.clear();
      } else if (token.isOperator(",") && depth == 1) {
        items.add(sql.substring(start, token.start()).strip());
        start = token.end();
      }
    }
    return lists;
  }
}
