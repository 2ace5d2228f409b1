package dev.tidegate.schema;

import java.util.Optional;

/**
 * An exclusion constraint.
 *
 * @param id {@code [.., table, name]}
 * @param definition all of it, as the database prints it
 */
public record ExclusionConstraint(ObjectId id, ObjectId table, String definition, boolean inherited)
    implements SchemaObject {
  @Override
  public Optional<ObjectId> parent() {
    return Optional.of(table);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.exclusion(this);
  }
}
