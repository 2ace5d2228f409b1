package dev.tidegate.schema;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A column, without its default, which is a {@link Default}.
 *
 * @param id {@code [.., table, column]}
 * @param table of a table, or of what else has columns of its own
 * @param position counted from 1; two columns that differ in nothing else are the same
 * @param type with its modifier, {@code character varying(40)}; empty text where SQLite has none
 * @param collation qualified, when it is not that of the type
 * @param inherited whether it comes from a parent and is not declared here as well
 * @param options everything else that a column can be, by the name that the dialect gives it
 */
public record Column(
    ObjectId id,
    ObjectId table,
    int position,
    String type,
    Optional<String> collation,
    boolean notNull,
    Optional<Identity> identity,
    Optional<Generated> generated,
    boolean inherited,
    SortedMap<String, String> options)
    implements SchemaObject {
  public Column {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** How an identity column counts; {@code always} or {@code by default}. */
  public record Identity(
      boolean always,
      long start,
      long increment,
      long minimum,
      long maximum,
      long cache,
      boolean cycles) {}

  /** How a generated column comes by its value. */
  public record Generated(String expression, boolean stored) {}

  /** This column at another position. */
  public Column at(int other) {
    return new Column(
        id, table, other, type, collation, notNull, identity, generated, inherited, options);
  }

  @Override
  public Optional<ObjectId> parent() {
    return Optional.of(table);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.column(this);
  }
}
