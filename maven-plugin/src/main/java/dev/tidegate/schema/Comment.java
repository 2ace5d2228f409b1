package dev.tidegate.schema;

import java.util.Optional;

/**
 * What COMMENT ON says of an object.
 *
 * @param id the kind and the path of its subject
 * @param subject what it describes
 * @param text not empty
 */
public record Comment(ObjectId id, ObjectId subject, String text) implements SchemaObject {
  @Override
  public Optional<ObjectId> parent() {
    return Optional.of(subject);
  }

  /** The comment on an object. */
  public static Comment on(ObjectId subject, String text) {
    var path = new java.util.ArrayList<String>();
    path.add(subject.kind().name());
    path.addAll(subject.path());
    return new Comment(new ObjectId(ObjectKind.COMMENT, path), subject, text);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.comment(this);
  }
}
