package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.View;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Owners, grants and default privileges as definitions: their identities and their words.
 *
 * <p>Roles stand as SQL writes them. Three have a place instead of a name, so that two databases
 * with other role names can be equal: {@code OWNER} is whoever owns the object, {@code
 * CURRENT_USER} whoever runs the script, and {@code PUBLIC} is everybody.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class Privileges {
  static final String OWNER = "OWNER";
  static final String CURRENT_USER = "CURRENT_USER";
  static final String PUBLIC = "PUBLIC";

  /** The attribute of an owner. */
  static final String ROLE = "role";

  /** Levels of a privilege. A privilege that is as the server gives it to everybody is absent. */
  static final String GRANTED = "granted";

  static final String GRANTABLE = "grantable";
  static final String REVOKED = "revoked";

  private static final Set<ObjectKind> KINDS =
      EnumSet.of(ObjectKind.OWNER, ObjectKind.PRIVILEGE, ObjectKind.DEFAULT_PRIVILEGE);

  private Privileges() {}

  /** Whether the object says who may do what. */
  static boolean is(SchemaObject object) {
    return KINDS.contains(object.id().kind());
  }

  /** Whether the object is an owner, a grant or a label, and so has a subject. */
  static boolean isAbout(SchemaObject object) {
    var kind = object.id().kind();
    return kind == ObjectKind.OWNER
        || kind == ObjectKind.PRIVILEGE
        || kind == ObjectKind.SECURITY_LABEL;
  }

  static ObjectId ownerOf(ObjectId subject) {
    return new ObjectId(ObjectKind.OWNER, path(List.of(), subject));
  }

  /** What a role has on an object; {@code grantor} is empty for the owner. */
  static ObjectId on(ObjectId subject, String grantee, String grantor) {
    return new ObjectId(ObjectKind.PRIVILEGE, path(List.of(grantee, grantor), subject));
  }

  /** What an owner, a privilege or a security label is about. */
  static ObjectId subject(ObjectId id) {
    var words =
        switch (id.kind()) {
          case PRIVILEGE -> 2;
          case SECURITY_LABEL -> 1;
          default -> 0;
        };
    var path = id.path();
    return new ObjectId(ObjectKind.valueOf(path.get(words)), path.subList(words + 1, path.size()));
  }

  static String grantee(ObjectId privilege) {
    return privilege.path().get(0);
  }

  static String grantor(ObjectId privilege) {
    return privilege.path().get(1);
  }

  static List<String> path(List<String> words, ObjectId subject) {
    var path = new ArrayList<>(words);
    path.add(subject.kind().name());
    path.addAll(subject.path());
    return path;
  }

  /** The role that owns what this is about, as SQL writes it. */
  static String owner(Schema schema, Definition part) {
    var id = Optional.of(subject(part.id()));
    var above = part.parent();
    while (id.isPresent()) {
      var owner = schema.find(ownerOf(id.get())).map(Definition.class::cast);
      if (owner.isPresent()) {
        return owner.get().attribute(ROLE).orElse(CURRENT_USER);
      }
      id = above;
      above = id.flatMap(schema::find).flatMap(SchemaObject::parent);
    }
    return CURRENT_USER;
  }

  /** Both schemas with what {@code from} keeps, as far as its subjects are in both. */
  static Pair<Schema> carried(Pair<Schema> schemas) {
    var kept = schemas.from().kept();
    if (kept.isEmpty()) {
      return schemas;
    }
    return new Pair<>(
        schemas.from().with(kept),
        schemas.to().with(kept.stream().filter(it -> hasSubject(schemas.to(), it)).toList()));
  }

  /** What is kept in one and not the same in the other, on what both schemas have. */
  static List<ObjectId> lost(Pair<Schema> schemas, Schema reached) {
    var wanted = keptOnBoth(schemas, schemas.from());
    var found = keptOnBoth(schemas, reached);
    var ids = new TreeSet<>(wanted.keySet());
    ids.addAll(found.keySet());
    ids.removeIf(id -> Objects.equals(wanted.get(id), found.get(id)));
    return List.copyOf(ids);
  }

  private static Map<ObjectId, SchemaObject> keptOnBoth(Pair<Schema> schemas, Schema keeping) {
    return keeping.kept().stream()
        .filter(it -> hasSubject(schemas.from(), it) && hasSubject(schemas.to(), it))
        .collect(Collectors.toMap(it -> it.object().id(), Schema.Kept::object));
  }

  /** What is about a part that is no object of the model goes with that part. */
  private static boolean hasSubject(Schema schema, Schema.Kept kept) {
    var id = kept.object().id();
    if (id.kind() == ObjectKind.DEFAULT_PRIVILEGE) {
      return true;
    }
    var subject = subject(id);
    var parent = kept.object().parent().flatMap(schema::find);
    if (parent.filter(it -> it.id().equals(subject)).isPresent()) {
      return true;
    }
    return parent.filter(it -> isPart(it, subject)).isPresent();
  }

  private static boolean isPart(SchemaObject whole, ObjectId part) {
    if (whole instanceof Column column) {
      return column.identity().isPresent() && part.kind() == ObjectKind.SEQUENCE;
    }
    return !(whole instanceof View view)
        || view.columns().stream()
            .anyMatch(it -> it.startsWith(PostgresIdentifiers.quote(part.name()) + " "));
  }
}
