package dev.tidegate.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A primary key or a unique constraint.
 *
 * @param id {@code [.., table, name]}; of kind PRIMARY_KEY or UNIQUE; on SQLite an unnamed one is
 *     called by its columns
 * @param name as declared; SQLite allows none
 * @param columns in order
 * @param included columns that the index only carries
 * @param partOf the key or the index of the parent table that its index is attached to
 * @param options everything else: {@code deferrable}, {@code nulls not distinct}, {@code on
 *     conflict}, {@code autoincrement}
 */
public record Key(
    ObjectId id,
    ObjectId table,
    Optional<String> name,
    List<String> columns,
    List<String> included,
    Optional<ObjectId> partOf,
    SortedMap<String, String> options)
    implements SchemaObject {
  public Key {
    columns = List.copyOf(columns);
    included = List.copyOf(included);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  @Override
  public Optional<ObjectId> parent() {
    return Optional.of(table);
  }

  /** Whether it is the primary key. */
  public boolean primary() {
    return id.kind() == ObjectKind.PRIMARY_KEY;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.key(this);
  }
}
