package dev.tidegate.schema;

import java.util.List;
import java.util.Optional;

/**
 * A type with constraints of its own.
 *
 * @param id {@code [namespace, name]}
 * @param type the type beneath, with its modifier
 * @param collation qualified, when it is not that of the type
 * @param defaultValue an expression
 * @param notNull whether null is refused
 * @param checks by name
 */
public record Domain(
    ObjectId id,
    String type,
    Optional<String> collation,
    Optional<String> defaultValue,
    boolean notNull,
    List<Check> checks)
    implements SchemaObject {
  public Domain {
    checks = List.copyOf(checks);
  }

  /** One of the constraints on a domain. */
  public record Check(String name, String expression, boolean validated) {}

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.domain(this);
  }
}
