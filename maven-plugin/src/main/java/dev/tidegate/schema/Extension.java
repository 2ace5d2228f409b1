package dev.tidegate.schema;

/**
 * An installed extension. Its members are not objects of the schema.
 *
 * @param id {@code [name]}
 * @param namespace where its members stand
 * @param version as installed
 */
public record Extension(ObjectId id, String namespace, String version) implements SchemaObject {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.extension(this);
  }
}
