package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** https://www.postgresql.org/docs/current/sql-createeventtrigger.html */
final class EventTriggerRenderer implements DefinitionRenderer {
  /** {@code ddl_command_start} and so on. */
  static final String EVENT = "event";

  /** Literals with commas between them. */
  static final String TAGS = "tags";

  /** The function's qualified name. */
  static final String FUNCTION = "function";

  /** {@code D} disabled, {@code R} replica, {@code A} always; absent for origin. */
  static final String ENABLED = "enabled";

  @Override
  public List<String> create(Definition trigger, List<SchemaObject> parts) {
    var sql = sql("CREATE EVENT TRIGGER").name(trigger.id());
    sql.words("ON").words(trigger.attribute(EVENT).orElseThrow());
    trigger.attribute(TAGS).ifPresent(tags -> sql.words("WHEN TAG IN (" + tags + ")"));
    sql.words("EXECUTE FUNCTION").words(trigger.attribute(FUNCTION).orElseThrow() + "()");
    var statements = new ArrayList<String>();
    statements.add(sql.sql());
    enable(Optional.empty(), trigger).ifPresent(statements::add);
    return statements;
  }

  @Override
  public List<String> drop(Definition trigger) {
    return List.of(sql("DROP EVENT TRIGGER").name(trigger.id()).sql());
  }

  @Override
  public List<String> alter(Pair<Definition> trigger) {
    return enable(trigger.from().attribute(ENABLED), trigger.to()).stream().toList();
  }

  @Override
  public boolean altersInPlace(Pair<Definition> trigger) {
    var fixed =
        trigger.map(
            side -> {
              var attributes = new TreeMap<>(side.attributes());
              attributes.remove(ENABLED);
              return attributes;
            });
    return fixed.from().equals(fixed.to());
  }

  private static Optional<String> enable(Optional<String> before, Definition trigger) {
    var after = trigger.attribute(ENABLED);
    if (before.equals(after)) {
      return Optional.empty();
    }
    var verb = Enabling.verb(after.orElse("O").charAt(0));
    return Optional.of(sql("ALTER EVENT TRIGGER").name(trigger.id()).words(verb).sql());
  }
}
