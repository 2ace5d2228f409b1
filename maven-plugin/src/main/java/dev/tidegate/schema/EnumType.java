package dev.tidegate.schema;

import java.util.List;

/**
 * An enumerated type.
 *
 * @param id {@code [namespace, name]}
 * @param labels in their sort order
 */
public record EnumType(ObjectId id, List<String> labels) implements SchemaObject {
  public EnumType {
    labels = List.copyOf(labels);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.enumType(this);
  }
}
