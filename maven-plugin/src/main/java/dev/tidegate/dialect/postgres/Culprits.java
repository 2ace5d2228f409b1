package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes of a query that counts rows one that gives the primary keys of up to five of them, where
 * each row that is counted makes the statement fail for certain.
 *
 * @param from the schema that the query reads
 */
record Culprits(Schema from) {
  private static final String COUNT = "SELECT count(*) FROM ";
  private static final String GROUPS = "SELECT count(*) FROM (SELECT 1 ";
  private static final String END_OF_GROUPS = " HAVING count(*) > 1) AS g";
  private static final String FEW = " LIMIT 5";

  /**
   * The query; empty where more is counted than what fails for certain: all rows because nothing
   * better is known, values of several columns, values inside of others.
   */
  Optional<String> of(ObjectId table, String count) {
    if (isInherited(table) || count.contains("IS DISTINCT FROM NULL")) {
      return Optional.empty();
    }
    if (count.startsWith(GROUPS) && count.endsWith(END_OF_GROUPS)) {
      return Optional.of(groups(table, count) + FEW);
    }
    if (count.startsWith("SELECT (" + GROUPS)) {
      return Optional.of(primary(table, count));
    }
    if (count.startsWith("WITH k AS ")) {
      return Optional.of(count.replace("SELECT count(*) FROM k", "SELECT NULL::text FROM k") + FEW);
    }
    return count.startsWith(COUNT) && count.contains(" WHERE ")
        ? Optional.of(rows(table, count))
        : Optional.empty();
  }

  /** The keys of the rows that a query counts, every one of which fails. */
  String rows(ObjectId table, String count) {
    var key = key(table);
    return "SELECT "
        + text(key)
        + count.substring("SELECT count(*)".length())
        + (key.isEmpty() ? "" : " ORDER BY " + String.join(", ", key))
        + FEW;
  }

  /** Two of the rows of each group, which stand for it. */
  private String groups(ObjectId table, String count) {
    var rest = count.substring(GROUPS.length(), count.length() - ") AS g".length());
    var key = key(table);
    return key.isEmpty()
        ? "SELECT NULL::text " + rest
        : "SELECT array_to_string((array_agg(%s ORDER BY %s))[1:2], ' and ') %s ORDER BY 1"
            .formatted(text(key), String.join(", ", key), rest);
  }

  /** The groups, then the rows with a null in the key that is to come. */
  private String primary(ObjectId table, String count) {
    var middle = count.indexOf(END_OF_GROUPS + ") + (") + END_OF_GROUPS.length();
    var groups = count.substring("SELECT (".length(), middle);
    var nulls = count.substring(middle + ") + (".length(), count.length() - 1);
    return "(%s) UNION ALL (%s)%s".formatted(groups(table, groups) + FEW, rows(table, nulls), FEW);
  }

  private List<String> key(ObjectId table) {
    return from.all(Key.class).stream()
        .filter(key -> key.primary() && key.table().equals(table))
        .findFirst()
        .map(key -> key.columns().stream().map(PostgresIdentifiers::quote).toList())
        .orElse(List.of());
  }

  private static String text(List<String> key) {
    return key.isEmpty()
        ? "NULL::text"
        : key.stream().collect(Collectors.joining(", ", "concat_ws(', ', ", ")"));
  }

  /** Whether a statement reaches the rows of children as well depends on how it is said. */
  private boolean isInherited(ObjectId table) {
    return from.all(Table.class).stream().anyMatch(it -> it.inherits().contains(table));
  }
}
