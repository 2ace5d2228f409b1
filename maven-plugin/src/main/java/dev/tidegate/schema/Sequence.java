package dev.tidegate.schema;

import java.util.Optional;

/**
 * A sequence that is not that of an identity column.
 *
 * @param id {@code [namespace, name]}
 * @param type its integer type
 * @param owner the column that takes it along when it is dropped
 */
public record Sequence(
    ObjectId id,
    String type,
    long start,
    long increment,
    long minimum,
    long maximum,
    long cache,
    boolean cycles,
    Optional<ObjectId> owner)
    implements SchemaObject {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.sequence(this);
  }
}
