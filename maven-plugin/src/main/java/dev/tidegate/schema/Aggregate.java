package dev.tidegate.schema;

/**
 * An aggregate function.
 *
 * @param id {@code [namespace, name, (argument types)]}
 * @param result its return type
 * @param definition the parenthesised list of its options
 */
public record Aggregate(ObjectId id, String arguments, String result, String definition)
    implements SchemaObject {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.aggregate(this);
  }
}
