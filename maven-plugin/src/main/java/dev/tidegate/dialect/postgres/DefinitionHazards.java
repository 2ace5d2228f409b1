package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The harm that steps on definitions can do: mostly to who reaches what. */
final class DefinitionHazards {
  private static final List<String> NEEDING_IDENTITY = List.of("update", "delete");

  /** In a connection string or URL. */
  private static final Pattern PASSWORD =
      Pattern.compile("password\\s*=|://[^/@:]*:[^/@]*@", Pattern.CASE_INSENSITIVE);

  private final Pair<Schema> schemas;
  private final HazardList hazards;

  DefinitionHazards(Pair<Schema> schemas, HazardList hazards) {
    this.schemas = schemas;
    this.hazards = hazards;
  }

  void create(Definition object) {
    var before = schemas.from().find(object.id()).map(Definition.class::cast);
    if (before.filter(object::equals).isPresent()) {
      return; // as it was: only made anew
    }
    switch (object.id().kind()) {
      case POLICY -> createPolicy(object, before.isPresent());
      case PUBLICATION -> createPublication(object);
      case EVENT_TRIGGER ->
          privilege(object, "needs a superuser, and runs in each statement that it is for");
      case FOREIGN_DATA_WRAPPER,
          LANGUAGE,
          ACCESS_METHOD,
          SHELL_TYPE,
          BASE_TYPE,
          OPERATOR_CLASS,
          OPERATOR_FAMILY,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE ->
          privilege(object, "needs a superuser");
      case USER_MAPPING, FOREIGN_SERVER -> secret(object);
      case SUBSCRIPTION -> {
        privilege(
            object,
            "is made without contacting the publisher; left to do by hand: create its slot there,"
                + " set slot_name, ENABLE, REFRESH PUBLICATION");
        secret(object);
      }
      case OWNER, PRIVILEGE, DEFAULT_PRIVILEGE, SECURITY_LABEL -> rights(object);
      default -> {}
    }
  }

  void drop(Definition object) {
    switch (object.id().kind()) {
      case POLICY -> {
        if (object.attribute(PolicyRenderer.RESTRICTIVE).isPresent()) {
          privilege(object, "opens the rows that it held back");
        } else {
          breaks(object, "closes the rows that it opened");
        }
      }
      case PUBLICATION -> breaks(object, "its subscribers get no more changes");
      case SUBSCRIPTION ->
          breaks(
              object, "gets no more changes; left to do by hand: drop its slot on the publisher");
      case EVENT_TRIGGER -> privilege(object, "what it watched over is no longer watched");
      case FOREIGN_SERVER, USER_MAPPING, LANGUAGE, RANGE_TYPE, BASE_TYPE ->
          breaks(object, "whoever still uses it fails");
      case OWNER, PRIVILEGE, DEFAULT_PRIVILEGE, SECURITY_LABEL -> rights(object);
      default -> {}
    }
  }

  void alter(Pair<Definition> object) {
    var to = object.to();
    switch (to.id().kind()) {
      case POLICY -> privilege(to, "changes who sees and writes which rows");
      case RANGE_TYPE -> alterRange(object);
      case PUBLICATION -> alterPublication(object);
      case SUBSCRIPTION -> {
        breaks(to, "may get other changes; left to do by hand: REFRESH PUBLICATION");
        secret(to);
      }
      case EVENT_TRIGGER -> privilege(to, "changes when it runs");
      case FOREIGN_SERVER, USER_MAPPING, FOREIGN_DATA_WRAPPER -> {
        breaks(to, "its foreign tables may read from elsewhere, or not at all");
        secret(to);
      }
      case OWNER, PRIVILEGE, DEFAULT_PRIVILEGE, SECURITY_LABEL -> rights(to);
      default -> {}
    }
  }

  private void alterRange(Pair<Definition> range) {
    var id = range.to().id();
    var subtype = range.map(side -> side.require(RangeTypeRenderer.SUBTYPE));
    var isHeld = SwapGroup.of(id, schemas.from()).columns().findAny().isPresent();
    if (isHeld && PostgresTypes.conversion(subtype) == PostgresTypes.Conversion.NARROWING) {
      var words = "from " + subtype.from() + " to " + subtype.to();
      var values = new Probes(schemas).valuesOf(id);
      hazards.add(HazardType.NARROW_TYPE, id, "may cut or round its bounds, " + words, values);
      hazards.add(
          HazardType.MAY_FAIL_ON_DATA, id, "fails when a bound cannot be converted", values);
    }
  }

  /** On a table that the same plan creates, nobody sees other rows than before. */
  private void createPolicy(Definition policy, boolean replaced) {
    if (policy.parent().filter(schemas.from()::holds).isEmpty()) {
      return;
    }
    if (replaced) {
      privilege(policy, "changes who sees and writes which rows");
    } else if (policy.attribute(PolicyRenderer.RESTRICTIVE).isPresent()) {
      breaks(policy, "holds back rows that were open");
    } else {
      var roles = policy.attribute(PolicyRenderer.ROLES).orElse("PUBLIC");
      privilege(policy, "opens rows to " + roles + ", where row security is on");
    }
  }

  private void createPublication(Definition publication) {
    var all = publication.attribute(PublicationRenderer.ALL_TABLES).isPresent();
    if (all || publishesNamespaces(publication)) {
      privilege(publication, "needs a superuser");
    }
    warnOfIdentity(publication, new TreeSet<>(PublicationRenderer.tables(publication)));
  }

  private void alterPublication(Pair<Definition> publication) {
    var tables = publication.map(PublicationRenderer::tables);
    var gone = new TreeSet<>(tables.from());
    gone.removeAll(tables.to());
    if (!gone.isEmpty()) {
      breaks(publication.to(), "its subscribers get no more changes of " + String.join(", ", gone));
    }
    if (publishesNamespaces(publication.to()) && !publishesNamespaces(publication.from())) {
      privilege(publication.to(), "needs a superuser");
    }
    var fresh = new TreeSet<>(tables.to());
    var operations = publication.map(side -> side.attribute(PublicationRenderer.OPERATIONS));
    if (operations.from().equals(operations.to())) {
      fresh.removeAll(tables.from());
    }
    warnOfIdentity(publication.to(), fresh);
  }

  private static boolean publishesNamespaces(Definition publication) {
    return publication.attributes().keySet().stream()
        .anyMatch(name -> name.startsWith(PublicationRenderer.NAMESPACE));
  }

  /**
   * The server refuses UPDATE and DELETE of a published table whose rows it cannot tell apart.
   * https://www.postgresql.org/docs/current/logical-replication-publication.html
   */
  private void warnOfIdentity(Definition publication, Set<String> tables) {
    var operations = publication.attribute(PublicationRenderer.OPERATIONS);
    if (operations.filter(it -> NEEDING_IDENTITY.stream().noneMatch(it::contains)).isPresent()) {
      return;
    }
    for (var table : schemas.from().all(Table.class)) {
      var after = schemas.to().find(table.id());
      if (tables.contains(PostgresIdentifiers.qualified(table.id()))
          && after.filter(it -> it instanceof Table kept && !hasIdentity(kept)).isPresent()) {
        hazards.add(
            HazardType.BREAKS_READERS,
            table.id(),
            "UPDATE and DELETE fail once it is published: it has no replica identity");
      }
    }
  }

  private boolean hasIdentity(Table table) {
    var identity = table.options().get(PostgresOptions.REPLICA_IDENTITY);
    if (identity != null) {
      return identity.equals("full");
    }
    return schemas.to().all(Key.class).stream()
            .anyMatch(key -> key.table().equals(table.id()) && isIdentity(key))
        || schemas.to().all(Index.class).stream()
            .anyMatch(
                index ->
                    index.table().equals(table.id())
                        && PostgresOptions.on(index.options(), PostgresOptions.REPLICA_IDENTITY));
  }

  private static boolean isIdentity(Key key) {
    return key.primary() || PostgresOptions.on(key.options(), PostgresOptions.REPLICA_IDENTITY);
  }

  private void rights(Definition object) {
    privilege(
        object,
        switch (object.id().kind()) {
          case OWNER -> "changes who owns it; needs to be a member of both roles";
          case SECURITY_LABEL -> "changes what its provider allows";
          case DEFAULT_PRIVILEGE -> "changes who may do what with objects that are made later";
          default -> "changes who may do what";
        });
  }

  private void secret(Definition object) {
    var connection = object.attribute(SubscriptionRenderer.CONNECTION).orElse("");
    if (ForeignOptions.of(object.attributes()).containsKey("password")
        || PASSWORD.matcher(connection).find()) {
      privilege(object, "holds a password, which stands in the migration; reports mask it");
    }
  }

  private void privilege(Definition object, String message) {
    hazards.add(HazardType.PRIVILEGE, object.id(), message);
  }

  private void breaks(Definition object, String message) {
    hazards.add(HazardType.BREAKS_READERS, object.id(), message);
  }

  /** What turning row security on or off does to a table. */
  static void rowSecurity(HazardList hazards, Pair<Table> table) {
    var on = table.map(side -> PostgresOptions.on(side.options(), PostgresOptions.ROW_SECURITY));
    var id = table.to().id();
    if (on.from() && !on.to()) {
      hazards.add(HazardType.PRIVILEGE, id, "opens all rows to whoever may read the table");
    } else if (on.to() && !on.from()) {
      hazards.add(
          HazardType.BREAKS_READERS, id, "all but its owner see only the rows that policies open");
    }
  }
}
