package dev.tidegate.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An index that is not that of a constraint.
 *
 * @param id {@code [namespace, name]} on PostgreSQL, {@code [name]} on SQLite
 * @param table the table or materialized view
 * @param method {@code btree}, {@code gin} and so on
 * @param keys in order
 * @param included columns that it only carries
 * @param where of a partial index
 * @param partOf the index of the parent table that this one is attached to
 * @param options everything else: {@code nulls not distinct}, storage parameters
 */
public record Index(
    ObjectId id,
    ObjectId table,
    String method,
    boolean unique,
    List<Element> keys,
    List<String> included,
    Optional<String> where,
    Optional<ObjectId> partOf,
    SortedMap<String, String> options)
    implements SchemaObject {
  public Index {
    keys = List.copyOf(keys);
    included = List.copyOf(included);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /**
   * One key of an index.
   *
   * @param column set when it is a plain column
   * @param expression what is indexed, as the database prints it, with parentheses where they are
   *     needed; for a plain column the quoted name
   * @param collation qualified, when it is not the default
   * @param operatorClass with its parameters, when it is not the default
   * @param order {@code ""}, {@code DESC}, {@code NULLS FIRST}, {@code DESC NULLS LAST}
   */
  public record Element(
      Optional<String> column,
      String expression,
      Optional<String> collation,
      Optional<String> operatorClass,
      String order) {}

  @Override
  public Optional<ObjectId> parent() {
    return Optional.of(table);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.index(this);
  }
}
