package dev.tidegate.schema;

import java.util.Optional;

/**
 * A rewrite rule other than that of a view.
 *
 * @param id {@code [namespace, relation, name]}
 * @param relation the table or view
 * @param definition all of it, as the database prints it
 * @param enabled {@code O} origin, {@code D} disabled, {@code R} replica, {@code A} always
 */
public record Rule(ObjectId id, ObjectId relation, String definition, char enabled)
    implements SchemaObject {
  @Override
  public Optional<ObjectId> parent() {
    return Optional.of(relation);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.rule(this);
  }
}
