package dev.tidegate.schema;

/**
 * A schema in the sense of PostgreSQL: a name space within one database.
 *
 * @param id {@code [name]}
 */
public record Namespace(ObjectId id) implements SchemaObject {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.namespace(this);
  }
}
