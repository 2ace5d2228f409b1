package dev.tidegate.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A materialized view, without its indexes.
 *
 * @param id {@code [namespace, name]}
 * @param columns its columns as {@code name type}, in order
 * @param query as the database prints it, without a semicolon
 * @param options storage parameters, {@code tablespace}, {@code populated}
 */
public record MaterializedView(
    ObjectId id, List<String> columns, String query, SortedMap<String, String> options)
    implements SchemaObject {
  public MaterializedView {
    columns = List.copyOf(columns);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.materializedView(this);
  }
}
