package dev.tidegate.diff;

import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.SchemaObject;

/** What the differ asks a dialect. */
public interface DiffRules {

  /**
   * The object in the form in which it is compared: without what the database is free to choose. By
   * default a column's position does not count, since no database can change it in place.
   */
  default SchemaObject comparable(SchemaObject object) {
    return object instanceof Column column ? column.at(0) : object;
  }

  /** Whether the database can give objects of this kind another name. */
  default boolean canRename(ObjectKind kind) {
    return kind == ObjectKind.TABLE || kind == ObjectKind.COLUMN;
  }
}
