package dev.tidegate.schema;

import java.util.Optional;

/**
 * The default of a column.
 *
 * @param id {@code [.., table, column]}
 * @param column whose default it is
 * @param expression as the database prints it
 */
public record Default(ObjectId id, ObjectId column, String expression) implements SchemaObject {
  @Override
  public Optional<ObjectId> parent() {
    return Optional.of(column);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.columnDefault(this);
  }
}
