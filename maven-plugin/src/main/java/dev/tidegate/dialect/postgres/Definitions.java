package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectKind;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The renderers of the kinds that the model knows as definitions. */
final class Definitions {
  private static final Map<ObjectKind, DefinitionRenderer> RENDERERS =
      Map.ofEntries(
          Map.entry(ObjectKind.POLICY, new PolicyRenderer()),
          Map.entry(ObjectKind.PUBLICATION, new PublicationRenderer()),
          Map.entry(ObjectKind.SUBSCRIPTION, new SubscriptionRenderer()),
          Map.entry(ObjectKind.EVENT_TRIGGER, new EventTriggerRenderer()),
          Map.entry(ObjectKind.FOREIGN_DATA_WRAPPER, new ForeignDataWrapperRenderer()),
          Map.entry(ObjectKind.FOREIGN_SERVER, new ServerRenderer()),
          Map.entry(ObjectKind.USER_MAPPING, new UserMappingRenderer()),
          Map.entry(ObjectKind.STATISTICS, new StatisticsRenderer()),
          Map.entry(ObjectKind.LANGUAGE, new LanguageRenderer()),
          Map.entry(ObjectKind.TRANSFORM, new TransformRenderer()),
          Map.entry(ObjectKind.ACCESS_METHOD, new AccessMethodRenderer()),
          Map.entry(ObjectKind.BASE_TYPE, new BaseTypeRenderer()),
          Map.entry(ObjectKind.CAST, new CastRenderer()),
          Map.entry(ObjectKind.COLLATION, new CollationRenderer()),
          Map.entry(ObjectKind.CONVERSION, new ConversionRenderer()),
          Map.entry(ObjectKind.OPERATOR, new OperatorRenderer()),
          Map.entry(ObjectKind.OPERATOR_CLASS, new OperatorClassRenderer()),
          Map.entry(ObjectKind.OPERATOR_FAMILY, new OperatorFamilyRenderer()),
          Map.entry(ObjectKind.RANGE_TYPE, new RangeTypeRenderer()),
          Map.entry(ObjectKind.SHELL_TYPE, new ShellType()),
          Map.entry(ObjectKind.TEXT_SEARCH_CONFIGURATION, new TextSearchConfigurationRenderer()),
          Map.entry(ObjectKind.TEXT_SEARCH_DICTIONARY, new TextSearchDictionaryRenderer()),
          Map.entry(ObjectKind.TEXT_SEARCH_PARSER, new TextSearchParserRenderer()),
          Map.entry(ObjectKind.TEXT_SEARCH_TEMPLATE, new TextSearchTemplateRenderer()),
          Map.entry(ObjectKind.SECURITY_LABEL, new SecurityLabelRenderer()),
          Map.entry(ObjectKind.DEFAULT_PRIVILEGE, new DefaultPrivilegeRenderer()));

  /** Those that have to know what else the plan does. */
  private static final Map<ObjectKind, Function<Surroundings, DefinitionRenderer>> AMONG_OTHERS =
      Map.ofEntries(
          Map.entry(ObjectKind.OWNER, OwnerRenderer::new),
          Map.entry(ObjectKind.PRIVILEGE, PrivilegeRenderer::new));

  private Definitions() {}

  /** The renderer of this kind, within one plan. */
  static KindRenderer<Definition> renderer(ObjectKind kind, Surroundings surroundings) {
    var maker = AMONG_OTHERS.get(kind);
    return maker == null ? renderer(kind).within(surroundings) : maker.apply(surroundings);
  }

  /** The renderer of this kind. */
  static DefinitionRenderer renderer(ObjectKind kind) {
    return Optional.ofNullable(RENDERERS.get(kind))
        .orElseThrow(() -> new IllegalStateException("no definition: " + kind));
  }
}
