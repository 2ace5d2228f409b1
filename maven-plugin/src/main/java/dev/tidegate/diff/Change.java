package dev.tidegate.diff;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;

/** One difference between two schemas. */
public sealed interface Change {

  /** The object that differs. */
  ObjectId id();

  /** Calls the visitor's method for this kind of change. */
  <R> R accept(Visitor<R> visitor);

  /** An object that only {@code to} has. */
  record Add(SchemaObject object) implements Change {
    @Override
    public ObjectId id() {
      return object.id();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.add(this);
    }
  }

  /** An object that only {@code from} has. */
  record Drop(SchemaObject object) implements Change {
    @Override
    public ObjectId id() {
      return object.id();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.drop(this);
    }
  }

  /** An object that both have and that is not the same in both; both are of one record type. */
  record Modify(Pair<SchemaObject> object) implements Change {
    @Override
    public ObjectId id() {
      return object.to().id();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.modify(this);
    }
  }

  /** One method a kind of change. */
  interface Visitor<R> {
    R add(Add change);

    R drop(Drop change);

    R modify(Modify change);
  }
}
