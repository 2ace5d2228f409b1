package dev.tidegate.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A view.
 *
 * @param id {@code [namespace, name]} on PostgreSQL, {@code [name]} on SQLite
 * @param columns its columns as {@code name type}, in order; empty on SQLite
 * @param query as the database prints it, without a semicolon
 * @param options {@code security_invoker}, {@code check option}; on SQLite {@code columns}, the
 *     list after the name
 */
public record View(
    ObjectId id, List<String> columns, String query, SortedMap<String, String> options)
    implements SchemaObject {
  public View {
    columns = List.copyOf(columns);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.view(this);
  }
}
