package dev.tidegate.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table, without what are objects of their own: columns, constraints, indexes.
 *
 * @param id {@code [namespace, name]} on PostgreSQL, {@code [name]} on SQLite
 * @param partitionKey for a partitioned table: strategy and key, {@code RANGE (created_at)}
 * @param partition for a partition: of which table, and its bound
 * @param inherits parents of plain inheritance, in order
 * @param options everything else that a table can be: on PostgreSQL {@code unlogged}, {@code row
 *     security}, storage parameters; on SQLite {@code strict}, {@code without rowid}
 */
public record Table(
    ObjectId id,
    Optional<String> partitionKey,
    Optional<Partition> partition,
    List<ObjectId> inherits,
    SortedMap<String, String> options)
    implements SchemaObject {
  /** The option that names the server which holds the rows of a foreign table. */
  public static final String SERVER = "server";

  public Table {
    inherits = List.copyOf(inherits);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** Whether its rows lie on another server. */
  public boolean foreign() {
    return options.containsKey(SERVER);
  }

  /** The place of a partition: {@code bound} as in {@code FOR VALUES FROM (1) TO (2)}. */
  public record Partition(ObjectId parent, String bound) {}

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.table(this);
  }
}
