package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.SampleInserts;
import dev.tidegate.dialect.SampleRows;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Rows for PostgreSQL's tables; those of partitions are put through their parents. */
final class PostgresSampleRows implements SampleRows {
  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

  @Override
  public List<Insert> inserts(Schema schema, Collection<ObjectId> tables) {
    return new SampleInserts(schema, new PostgresSampleValues()).of(tables);
  }

  @Override
  public String content(ObjectId table, List<String> columns) {
    if (columns.isEmpty()) {
      return "SELECT count(*)::text FROM " + PostgresIdentifiers.qualified(table);
    }
    // ROW() takes all columns that a table can have, which concat() does not.
    var row =
        columns.stream()
            .map(column -> PostgresIdentifiers.quote(column) + "::text")
            .collect(Collectors.joining(", ", "ROW(", ")::text"));
    // The rows of partitions and children are theirs, and stay so when they leave or join.
    return "SELECT coalesce(string_agg(r, E'\\n' ORDER BY r), '') FROM (SELECT "
        + row
        + " AS r FROM ONLY "
        + PostgresIdentifiers.qualified(table)
        + ") AS rows";
  }

  @Override
  public boolean keepsText(String from, String to) {
    return from.equals(to)
        || (INTEGERS.contains(from)
            && (INTEGERS.contains(to) || to.equals("text") || to.equals("numeric")))
        || (from.startsWith("character varying") && to.equals("text"));
  }
}
