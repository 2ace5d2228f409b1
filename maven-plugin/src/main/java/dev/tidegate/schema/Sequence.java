package dev.tidegate.schema;

/**
 * A sequence that is not that of an identity column. Its owner is an {@link Ownership}.
 *
 * @param id {@code [namespace, name]}
 * @param type its integer type
 */
public record Sequence(
    ObjectId id,
    String type,
    long start,
    long increment,
    long minimum,
    long maximum,
    long cache,
    boolean cycles)
    implements SchemaObject {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.sequence(this);
  }
}
