package dev.tidegate.schema;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object of which the flow needs to know no more than its name and what it is a part of: a
 * policy, a publication, an operator. Only its dialect understands the attributes.
 *
 * @param id of a kind that has no record of its own
 * @param parent the object that it is a part of: a policy's table; empty for what stands on its own
 * @param attributes everything by which it can differ, by names that the dialect gives; one that
 *     has the server's default is absent
 */
public record Definition(
    ObjectId id, Optional<ObjectId> parent, SortedMap<String, String> attributes)
    implements SchemaObject {
  public Definition {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** The attribute of this name, if it is there. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** The attribute of this name, which is never missing. */
  public String require(String name) {
    return attribute(name).orElseThrow(() -> new IllegalStateException(id + " has no " + name));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.definition(this);
  }
}
