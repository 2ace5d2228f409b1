package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.SampleInserts;
import dev.tidegate.dialect.SampleRows;
import dev.tidegate.dialect.SampleValues;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows for SQLite's tables, where a type is no more than an affinity. */
final class SqliteSampleRows implements SampleRows, SampleValues {

  @Override
  public List<Insert> inserts(Schema schema, Collection<ObjectId> tables) {
    return new SampleInserts(schema, this).of(tables);
  }

  @Override
  public String content(ObjectId table, List<String> columns) {
    var name = SqliteIdentifiers.quote(table.name());
    if (columns.isEmpty()) {
      return "SELECT CAST(count(*) AS TEXT) FROM " + name;
    }
    var row =
        columns.stream()
            .map(column -> "quote(" + SqliteIdentifiers.quote(column) + ")")
            .collect(Collectors.joining(" || ',' || "));
    return "SELECT coalesce(group_concat(r, char(10)), '') FROM (SELECT "
        + row
        + " AS r FROM "
        + name
        + " ORDER BY 1)";
  }

  @Override
  public boolean keepsText(String from, String to) {
    return Affinity.of(from) == Affinity.of(to);
  }

  @Override
  public Optional<String> literal(Schema schema, String type, int row) {
    return Optional.of(
        switch (Affinity.of(type)) {
          case TEXT -> "'" + row + "'";
          case BLOB -> "x'0" + row + "'";
          case REAL -> row + ".5";
          case INTEGER, NUMERIC -> Integer.toString(row);
        });
  }

  @Override
  public String literalOf(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public boolean isText(String type) {
    return Affinity.of(type) == Affinity.TEXT;
  }

  @Override
  public String quoted(String name) {
    return SqliteIdentifiers.quote(name);
  }
}
