package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectKind;
import java.util.Map;
import java.util.Optional;

/** The renderers of the kinds that the model knows as definitions. */
final class Definitions {
  private static final Map<ObjectKind, DefinitionRenderer> RENDERERS = Map.ofEntries();

  private Definitions() {}

  /** The renderer of this kind. */
  static DefinitionRenderer renderer(ObjectKind kind) {
    return Optional.ofNullable(RENDERERS.get(kind))
        .orElseThrow(() -> new IllegalStateException("no definition: " + kind));
  }
}
