package dev.tidegate.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A foreign key.
 *
 * @param id {@code [.., table, name]}; on SQLite an unnamed one is called by its columns and target
 * @param name as declared; SQLite allows none
 * @param columns in order
 * @param referencedTable may be missing on SQLite, which does not look before a row is written
 * @param referencedColumns in the order of {@code columns}; empty on SQLite: the primary key
 * @param onDelete in upper case, {@code NO ACTION} when nothing was said
 * @param onUpdate likewise
 * @param setColumns the columns that SET NULL or SET DEFAULT on delete is limited to
 * @param options everything else: {@code deferrable}, {@code match}, {@code not valid}
 */
public record ForeignKey(
    ObjectId id,
    ObjectId table,
    Optional<String> name,
    List<String> columns,
    ObjectId referencedTable,
    List<String> referencedColumns,
    String onDelete,
    String onUpdate,
    List<String> setColumns,
    boolean inherited,
    SortedMap<String, String> options)
    implements SchemaObject {
  public ForeignKey {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    setColumns = List.copyOf(setColumns);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  @Override
  public Optional<ObjectId> parent() {
    return Optional.of(table);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.foreignKey(this);
  }
}
