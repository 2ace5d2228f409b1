package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectKind;
import java.util.Map;
import java.util.Optional;

/** The renderers of the kinds that the model knows as definitions. */
final class Definitions {
  private static final Map<ObjectKind, DefinitionRenderer> RENDERERS =
      Map.ofEntries(
          Map.entry(ObjectKind.POLICY, new PolicyRenderer()),
          Map.entry(ObjectKind.PUBLICATION, new PublicationRenderer()),
          Map.entry(ObjectKind.EVENT_TRIGGER, new EventTriggerRenderer()),
          Map.entry(ObjectKind.FOREIGN_DATA_WRAPPER, new ForeignDataWrapperRenderer()),
          Map.entry(ObjectKind.FOREIGN_SERVER, new ServerRenderer()),
          Map.entry(ObjectKind.USER_MAPPING, new UserMappingRenderer()),
          Map.entry(ObjectKind.STATISTICS, new StatisticsRenderer()),
          Map.entry(ObjectKind.LANGUAGE, new LanguageRenderer()),
          Map.entry(ObjectKind.TRANSFORM, new TransformRenderer()));

  private Definitions() {}

  /** The renderer of this kind. */
  static DefinitionRenderer renderer(ObjectKind kind) {
    return Optional.ofNullable(RENDERERS.get(kind))
        .orElseThrow(() -> new IllegalStateException("no definition: " + kind));
  }
}
