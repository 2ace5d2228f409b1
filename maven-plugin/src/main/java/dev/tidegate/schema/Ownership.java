package dev.tidegate.schema;

import java.util.Optional;

/**
 * The bond by which a column takes a sequence along when it is dropped. An object of its own, since
 * the column's default needs the sequence and the bond needs the column.
 *
 * @param id of kind OWNED_BY, with the sequence's path
 * @param sequence what is owned
 * @param column the owner
 */
public record Ownership(ObjectId id, ObjectId sequence, ObjectId column) implements SchemaObject {

  /** The bond of a sequence to a column. */
  public static Ownership of(ObjectId sequence, ObjectId column) {
    return new Ownership(new ObjectId(ObjectKind.OWNED_BY, sequence.path()), sequence, column);
  }

  @Override
  public Optional<ObjectId> parent() {
    return Optional.of(column);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.ownership(this);
  }
}
