package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;

/** The SQL of a kind of object that the model knows as a {@link Definition}. */
interface DefinitionRenderer extends KindRenderer<Definition> {

  /** Whether the difference can be made by ALTER; otherwise the object is dropped and created. */
  default boolean altersInPlace(Pair<Definition> definition) {
    return false;
  }
}
