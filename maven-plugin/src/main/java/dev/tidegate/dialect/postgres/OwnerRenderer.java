package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * ALTER … OWNER TO. A new object belongs to whoever runs the script, and has what that role's
 * default privileges give; both are put right before anything is granted on it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class OwnerRenderer implements DefinitionRenderer {
  /** The schema "public" is never made, so nobody has become its owner by making it. */
  private static final String OWNER_OF_PUBLIC = "pg_database_owner";

  private final Surroundings surroundings;

  OwnerRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<String> create(Definition owner, List<SchemaObject> parts) {
    var statements = new ArrayList<>(withoutDefaults(owner));
    var role = role(owner);
    if (!role.equals(Privileges.CURRENT_USER) && !role.equals(OWNER_OF_PUBLIC)) {
      statements.addAll(alter(owner, role));
    }
    return statements;
  }

  /** Nothing where the object goes. */
  @Override
  public List<String> drop(Definition owner) {
    return surroundings.creates(owner.id()) || surroundings.drops(Privileges.subject(owner.id()))
        ? List.of()
        : alter(owner, Privileges.CURRENT_USER);
  }

  @Override
  public List<String> alter(Pair<Definition> owner) {
    return alter(owner.to(), role(owner.to()));
  }

  @Override
  public boolean altersInPlace(Pair<Definition> definition) {
    return true;
  }

  private List<String> alter(Definition owner, String role) {
    var subject = Privileges.subject(owner.id());
    return followsTable(subject)
        ? List.of()
        : List.of("ALTER " + ObjectNames.named(subject) + " OWNER TO " + role);
  }

  /** A sequence that a column owns belongs to whom its table belongs. */
  private boolean followsTable(ObjectId subject) {
    var to = surroundings.schemas().to();
    return subject.kind() == ObjectKind.SEQUENCE
        && (!to.holds(subject) || to.holds(new ObjectId(ObjectKind.OWNED_BY, subject.path())));
  }

  private static String role(Definition owner) {
    return owner.attribute(Privileges.ROLE).orElse(Privileges.CURRENT_USER);
  }

  /** Takes back what default privileges gave to the new object and {@code to} has not. */
  private List<String> withoutDefaults(Definition owner) {
    var subject = Privileges.subject(owner.id());
    var statements = new ArrayList<String>();
    defaults(subject)
        .forEach(
            (grantee, given) -> {
              var id = Privileges.on(subject, grantee, "");
              var wanted =
                  surroundings
                      .schemas()
                      .to()
                      .find(id)
                      .map(it -> ((Definition) it).attributes())
                      .orElse(new TreeMap<>());
              // What is missing is granted by a step of its own.
              var surplus = new TreeMap<>(given);
              surplus.entrySet().removeIf(it -> isRightAfterGrant(it, wanted));
              var after = new TreeMap<>(wanted);
              after.keySet().retainAll(surplus.keySet());
              var definition = new Definition(id, owner.parent(), given);
              statements.addAll(
                  PrivilegeRenderer.change(
                      definition,
                      new LevelChange(surplus, after),
                      // made by whoever runs the script, and not handed over yet
                      Schema.empty()));
            });
    return statements;
  }

  private static boolean isRightAfterGrant(
      Map.Entry<String, String> given, Map<String, String> wanted) {
    var level = wanted.get(given.getKey());
    return level != null
        && (level.equals(given.getValue())
            || !given.getValue().equals(Privileges.GRANTABLE)
            || !level.equals(Privileges.GRANTED));
  }

  /** What a new object of this kind has, by grantee, beyond what the server gives by itself. */
  private SortedMap<String, SortedMap<String, String>> defaults(ObjectId subject) {
    var found = new TreeMap<String, SortedMap<String, String>>();
    var isNew =
        surroundings.creates(subject)
            || (subject.kind() == ObjectKind.SEQUENCE
                && !surroundings.schemas().to().holds(subject));
    if (!isNew) {
      return found;
    }
    // Those of the whole database stand in the place of the server's, the others add to them; by
    // their identities the former come first.
    for (var row : surroundings.schemas().from().all(Definition.class)) {
      if (DefaultPrivilegeRenderer.applies(row, subject)
          && surroundings.schemas().to().holds(row.id())) {
        var levels = found.computeIfAbsent(row.id().name(), key -> new TreeMap<>());
        row.attributes()
            .forEach(
                (word, level) ->
                    levels.merge(
                        word,
                        level,
                        (before, after) -> before.equals(Privileges.GRANTABLE) ? before : after));
      }
    }
    return found;
  }
}
