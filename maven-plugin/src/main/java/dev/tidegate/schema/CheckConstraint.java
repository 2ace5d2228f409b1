package dev.tidegate.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A check constraint of a table.
 *
 * @param id {@code [.., table, name]}; on SQLite an unnamed one is called by its expression
 * @param name as declared; SQLite allows none
 * @param columns that it reads, by name
 * @param expression without the word CHECK and its parentheses
 * @param inherited whether it comes from a parent and is not declared here as well
 * @param options everything else: {@code no inherit}, {@code not valid}, {@code not enforced}
 */
public record CheckConstraint(
    ObjectId id,
    ObjectId table,
    Optional<String> name,
    List<String> columns,
    String expression,
    boolean inherited,
    SortedMap<String, String> options)
    implements SchemaObject {
  public CheckConstraint {
    columns = List.copyOf(columns);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  @Override
  public Optional<ObjectId> parent() {
    return Optional.of(table);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.check(this);
  }
}
