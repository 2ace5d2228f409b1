package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The check that holds for exactly the rows of a partition, as far as its parent's key is one
 * column and its bound can be written down: no hash, no default partition, no expression.
 * https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE
 */
final class PartitionCheck {
  private static final Pattern KEY =
      Pattern.compile("(RANGE|LIST) \\(([a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\")\\)");

  private static final String VALUE = "('(?:[^']|'')*'|[^'(),]+)";

  private static final Pattern RANGE =
      Pattern.compile("FOR VALUES FROM \\(" + VALUE + "\\) TO \\(" + VALUE + "\\)");

  private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((.*)\\)");

  private PartitionCheck() {}

  /** The expression; empty where there is none. */
  static Optional<String> of(Table parent, Table.Partition place) {
    var key = KEY.matcher(parent.partitionKey().orElse(""));
    if (!key.matches()) {
      return Optional.empty();
    }
    var range = RANGE.matcher(place.bound());
    if (key.group(1).equals("RANGE")) {
      return range.matches() ? Optional.of(range(key.group(2), range)) : Optional.empty();
    }
    var list = LIST.matcher(place.bound());
    return list.matches() ? list(key.group(2), list.group(1)) : Optional.empty();
  }

  private static String range(String column, Matcher bound) {
    var conditions = new ArrayList<String>();
    conditions.add(column + " IS NOT NULL");
    if (!bound.group(1).equals("MINVALUE")) {
      conditions.add(column + " >= " + literal(bound.group(1)));
    }
    if (!bound.group(2).equals("MAXVALUE")) {
      conditions.add(column + " < " + literal(bound.group(2)));
    }
    return String.join(" AND ", conditions);
  }

  private static Optional<String> list(String column, String values) {
    var found = Pattern.compile(VALUE).matcher(values).results().map(it -> it.group().strip());
    var all = found.filter(it -> !it.isEmpty()).toList();
    var set = all.stream().filter(it -> !it.equals("NULL")).map(PartitionCheck::literal).toList();
    if (set.isEmpty()) {
      return Optional.of(column + " IS NULL");
    }
    var in = column + " IN (" + String.join(", ", set) + ")";
    return Optional.of(
        set.size() < all.size()
            ? column + " IS NULL OR " + in
            : String.join(" AND ", List.of(column + " IS NOT NULL", in)));
  }

  /** In quotes any literal is one of the column's own type. */
  private static String literal(String value) {
    return value.startsWith("'") ? value : PostgresIdentifiers.literal(value);
  }
}
