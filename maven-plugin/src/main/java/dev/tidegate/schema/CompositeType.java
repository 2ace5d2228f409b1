package dev.tidegate.schema;

import java.util.List;
import java.util.Optional;

/**
 * A row type without a table.
 *
 * @param id {@code [namespace, name]}
 * @param attributes in order
 */
public record CompositeType(ObjectId id, List<Attribute> attributes) implements SchemaObject {
  public CompositeType {
    attributes = List.copyOf(attributes);
  }

  /** One attribute of a composite type; the collation is given when it is not that of the type. */
  public record Attribute(String name, String type, Optional<String> collation) {}

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.compositeType(this);
  }
}
