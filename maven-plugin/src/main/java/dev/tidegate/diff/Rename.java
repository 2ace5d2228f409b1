package dev.tidegate.diff;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;

/**
 * An object that keeps what it holds and gets another name.
 *
 * @param id under its old name
 * @param name its new name, without what it stands in
 */
public record Rename(ObjectId id, String name) {

  /** The identity after it. */
  public ObjectId renamed() {
    var path = new java.util.ArrayList<>(id.qualifier());
    path.add(name);
    return new ObjectId(id.kind(), path);
  }

  /** Whether a column gets the name, and not a table or another object. */
  public boolean ofColumn() {
    return id.kind() == ObjectKind.COLUMN;
  }
}
