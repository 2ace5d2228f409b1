package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.jdbc.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A partition's bound as a condition on its rows.
 * https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION
 */
final class PartitionBound {
  private PartitionBound() {}

  /**
   * The condition of a list, or of a range over one key. Empty for a default partition, which takes
   * what the others leave, for a hash, and for a range over several keys.
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
    if (key.startsWith("LIST")) {
      return Optional.of(list(column, values.get(0)));
    }
    return key.startsWith("RANGE") && values.size() == 2
        ? Optional.of(range(column, values.get(0).get(0), values.get(1).get(0)))
        : Optional.empty();
  }

  private static String list(String column, List<String> values) {
    var conditions = new ArrayList<String>();
    for (var value : values) {
      conditions.add(value.equals("NULL") ? column + " IS NULL" : column + " = " + value);
    }
    return String.join(" OR ", conditions);
  }

  private static String range(String column, String lowest, String end) {
    var condition = column + " IS NOT NULL";
    if (!lowest.equals("MINVALUE")) {
      condition += " AND " + column + " >= " + lowest;
    }
    if (!end.equals("MAXVALUE")) {
      condition += " AND " + column + " < " + end;
    }
    return condition;
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
