package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.DiffRules;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.SchemaObject;

/**
 * What PostgreSQL's objects have to agree in to be the same. Not compared are the place of a
 * column, the version of an extension, the name of a not-null constraint, and the two ways in which
 * the server prints the cast of an array constructor.
 */
public final class PostgresDiffRules implements DiffRules {
  private final ComparableForm form = new ComparableForm();

  @Override
  public SchemaObject comparable(SchemaObject object) {
    return object.accept(form);
  }

  @Override
  public boolean canRename(ObjectKind kind) {
    return RenameRenderer.says(kind);
  }
}
