package dev.tidegate.plan;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** One step of a plan: something that a dialect can say in SQL. */
public sealed interface Step {

  /** The object that the step is about. */
  ObjectId id();

  /** Calls the visitor's method for this kind of step. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Creates an object together with parts of it.
   *
   * @param object what is created
   * @param parts what is created by the same statement, columns in their order before the rest
   */
  record Create(SchemaObject object, List<SchemaObject> parts) implements Step {
    public Create {
      parts = List.copyOf(parts);
    }

    @Override
    public ObjectId id() {
      return object.id();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.create(this);
    }
  }

  /**
   * Drops an object; its parts go with it.
   *
   * @param object what is dropped
   * @param replaced whether a later step creates it anew
   */
  record Drop(SchemaObject object, boolean replaced) implements Step {
    @Override
    public ObjectId id() {
      return object.id();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.drop(this);
    }
  }

  /** Changes an object in place. */
  record Alter(Change.Modify change) implements Step {
    @Override
    public ObjectId id() {
      return change.id();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alter(this);
    }
  }

  /** Gives an object another name; always before every other step of its plan. */
  record RenameObject(Rename rename) implements Step {
    @Override
    public ObjectId id() {
      return rename.id();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rename(this);
    }
  }

  /**
   * Makes a table anew under its name and carries its rows over, where a database cannot change it
   * in place. Indexes and triggers of the table go with the old one; later steps create them.
   *
   * @param table before and after, each with all its parts that CREATE TABLE says
   */
  record RebuildTable(Pair<Create> table) implements Step {
    @Override
    public ObjectId id() {
      return table.to().id();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rebuild(this);
    }
  }

  /** One method a kind of step. */
  interface Visitor<R> {
    R create(Create step);

    R drop(Drop step);

    R alter(Alter step);

    R rename(RenameObject step);

    R rebuild(RebuildTable step);
  }
}
