package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** The SQL of a kind of object that the model knows as a {@link Definition}. */
interface DefinitionRenderer extends KindRenderer<Definition> {

  /** Whether the difference can be made by ALTER; otherwise the object is dropped and created. */
  default boolean altersInPlace(Pair<Definition> definition) {
    return false;
  }

  /** Drops it; what is said may depend on what else the plan drops. */
  default List<String> drop(Definition definition, Surroundings surroundings) {
    return drop(definition);
  }

  /** Changes it in place; what is said may depend on who uses it. */
  default List<String> alter(Pair<Definition> definition, Surroundings surroundings) {
    return alter(definition);
  }

  /** A kind of which nothing can be altered is never asked. */
  @Override
  default List<String> alter(Pair<Definition> definition) {
    throw new IllegalStateException("is replaced: " + definition.to().id());
  }

  /** This renderer for one plan. */
  default KindRenderer<Definition> within(Surroundings surroundings) {
    var renderer = this;
    return new KindRenderer<>() {
      @Override
      public List<String> create(Definition definition, List<SchemaObject> parts) {
        return renderer.create(definition, parts);
      }

      @Override
      public List<String> drop(Definition definition) {
        return renderer.drop(definition, surroundings);
      }

      @Override
      public List<String> alter(Pair<Definition> definition) {
        return renderer.alter(definition, surroundings);
      }
    };
  }
}
