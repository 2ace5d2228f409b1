package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.SchemaObject;
import java.util.List;
import java.util.Map;

/** https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html */
final class DefaultPrivilegeRenderer implements DefinitionRenderer {

  @Override
  public List<String> create(Definition definition, List<SchemaObject> parts) {
    return change(definition.id(), new LevelChange(Map.of(), definition.attributes()));
  }

  @Override
  public List<String> drop(Definition definition) {
    return change(definition.id(), new LevelChange(definition.attributes(), Map.of()));
  }

  @Override
  public List<String> alter(Pair<Definition> definition) {
    var levels = definition.map(Definition::attributes);
    return change(definition.to().id(), new LevelChange(levels.from(), levels.to()));
  }

  @Override
  public boolean altersInPlace(Pair<Definition> definition) {
    return true;
  }

  /** Whether the row says what a new object has that the role which runs the script makes. */
  static boolean applies(Definition row, ObjectId subject) {
    var path = row.id().path();
    if (row.id().kind() != ObjectKind.DEFAULT_PRIVILEGE
        || !path.get(0).equals(Privileges.CURRENT_USER)) {
      return false;
    }
    var namespace = path.get(1);
    return type(subject).equals(path.get(2))
        && (namespace.isEmpty()
            || (subject.path().size() > 1 && namespace.equals(subject.path().get(0))));
  }

  private static String type(ObjectId subject) {
    return switch (subject.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW -> "TABLES";
      case SEQUENCE -> "SEQUENCES";
      case FUNCTION, PROCEDURE, AGGREGATE -> "FUNCTIONS";
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> "TYPES";
      case NAMESPACE -> "SCHEMAS";
      default -> "";
    };
  }

  private static List<String> change(ObjectId id, LevelChange change) {
    var path = id.path();
    var in = path.get(1).isEmpty() ? "" : " IN SCHEMA " + quote(path.get(1));
    var grantee = path.get(3).equals(Privileges.OWNER) ? path.get(0) : path.get(3);
    return change.statements(word -> word, "ON " + path.get(2), grantee).stream()
        .map(sql -> "ALTER DEFAULT PRIVILEGES FOR ROLE " + path.get(0) + in + " " + sql)
        .toList();
  }
}
