package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * https://www.postgresql.org/docs/current/sql-createsubscription.html
 *
 * <p>No statement contacts the publisher: a subscription is made disabled and without a slot being
 * created, its publications are not refreshed, and before it is dropped it lets go of its slot.
 * Enabling it is an operator's step, so whether it is enabled is not compared.
 */
final class SubscriptionRenderer implements DefinitionRenderer {
  /** The connection string; may hold a password. */
  static final String CONNECTION = "connection";

  /** Quoted names with commas between them. */
  static final String PUBLICATIONS = "publications";

  /** The name of the replication slot; absent for none. */
  static final String SLOT = "slot_name";

  /** A flag. */
  static final String ENABLED = "enabled";

  /** Flags that no ALTER changes without asking the publisher. */
  static final String TWO_PHASE = "two_phase";

  static final String FAILOVER = "failover";

  /** What each option is where it is absent. */
  private static final SortedMap<String, String> UNSAID =
      new TreeMap<>(
          Map.of(
              SLOT,
              "NONE",
              "binary",
              "false",
              "streaming",
              "off",
              "synchronous_commit",
              "off",
              TWO_PHASE,
              "false",
              "disable_on_error",
              "false",
              "password_required",
              "true",
              "run_as_owner",
              "false",
              "origin",
              "any",
              FAILOVER,
              "false"));

  @Override
  public List<String> create(Definition subscription, List<SchemaObject> parts) {
    var options = new TreeMap<String, String>();
    options(subscription)
        .forEach(
            (name, value) -> {
              if (!value.equals(UNSAID.get(name))
                  || name.equals(SLOT)
                  || name.equals("streaming")) {
                options.put(name, value);
              }
            });
    return List.of(
        sql("CREATE SUBSCRIPTION")
            .name(subscription.id())
            .words("CONNECTION")
            .literal(subscription.attribute(CONNECTION).orElse(""))
            .words("PUBLICATION")
            .words(subscription.attribute(PUBLICATIONS).orElseThrow())
            .words("WITH (connect = false, enabled = false, create_slot = false,")
            .words(list(options) + ")")
            .sql());
  }

  /** Where it runs it may have been enabled and been given a slot since. */
  @Override
  public List<String> drop(Definition subscription) {
    var statements = new ArrayList<String>();
    statements.add(alter(subscription).words("DISABLE").sql());
    statements.add(alter(subscription).words("SET (slot_name = NONE)").sql());
    statements.add(sql("DROP SUBSCRIPTION").name(subscription.id()).sql());
    return statements;
  }

  @Override
  public List<String> alter(Pair<Definition> subscription) {
    var to = subscription.to();
    var statements = new ArrayList<String>();
    changed(subscription, CONNECTION)
        .ifPresent(it -> statements.add(alter(to).words("CONNECTION").literal(it).sql()));
    changed(subscription, PUBLICATIONS)
        .ifPresent(
            it ->
                statements.add(
                    alter(to)
                        .words("SET PUBLICATION")
                        .words(it + " WITH (refresh = false)")
                        .sql()));
    var options = new TreeMap<>(options(to));
    options.entrySet().removeAll(options(subscription.from()).entrySet());
    if ("NONE".equals(options.get(SLOT))) {
      statements.add(alter(to).words("DISABLE").sql());
    }
    if (!options.isEmpty()) {
      statements.add(alter(to).words("SET (" + list(options) + ")").sql());
    }
    return statements;
  }

  @Override
  public boolean altersInPlace(Pair<Definition> subscription) {
    return changed(subscription, TWO_PHASE).isEmpty() && changed(subscription, FAILOVER).isEmpty();
  }

  private static Optional<String> changed(Pair<Definition> subscription, String attribute) {
    var values = subscription.map(side -> side.attribute(attribute).orElse(""));
    return values.from().equals(values.to()) ? Optional.empty() : Optional.of(values.to());
  }

  /** Each option as SQL has it. */
  private static SortedMap<String, String> options(Definition subscription) {
    var options = new TreeMap<>(UNSAID);
    options.replaceAll(
        (name, unsaid) ->
            subscription
                .attribute(name)
                .map(value -> name.equals(SLOT) ? literal(value) : value)
                .orElse(unsaid));
    return options;
  }

  private static String list(SortedMap<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + " = " + option.getValue())
        .collect(Collectors.joining(", "));
  }

  private static SqlBuilder alter(Definition subscription) {
    return sql("ALTER SUBSCRIPTION").name(subscription.id());
  }
}
