package dev.tidegate.schema;

/**
 * A sequence that is not that of an identity column. Its owner is an {@link Ownership}.
 *
 * @param id {@code [namespace, name]}
 * @param type its integer type
 * @param unlogged whether a crash sets it back, as it does the table that it numbers
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
    boolean unlogged)
    implements SchemaObject {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.sequence(this);
  }
}
