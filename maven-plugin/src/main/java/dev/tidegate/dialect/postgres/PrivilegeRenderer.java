package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.signature;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** https://www.postgresql.org/docs/current/sql-grant.html */
final class PrivilegeRenderer implements DefinitionRenderer {
  private final Surroundings surroundings;

  PrivilegeRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<String> create(Definition definition, List<SchemaObject> parts) {
    return change(
        definition,
        new LevelChange(Map.of(), definition.attributes()),
        surroundings.schemas().to());
  }

  /** Nothing where the object goes, or where the same is given anew. */
  @Override
  public List<String> drop(Definition definition) {
    if (surroundings.creates(definition.id())) {
      return List.of();
    }
    return change(
        definition,
        new LevelChange(definition.attributes(), Map.of()),
        surroundings.schemas().from());
  }

  @Override
  public List<String> alter(Pair<Definition> definition) {
    var levels = definition.map(Definition::attributes);
    return change(
        definition.to(), new LevelChange(levels.from(), levels.to()), surroundings.schemas().to());
  }

  @Override
  public boolean altersInPlace(Pair<Definition> definition) {
    return true;
  }

  /** The statements for a change of what the grantee of a definition has. */
  static List<String> change(Definition definition, LevelChange change, Schema schema) {
    var subject = Privileges.subject(definition.id());
    var grantee = Privileges.grantee(definition.id());
    var role = grantee.equals(Privileges.OWNER) ? Privileges.owner(schema, definition) : grantee;
    var isColumn = subject.kind() == ObjectKind.COLUMN;
    var column = isColumn ? " (" + quote(subject.name()) + ")" : "";
    var statements = change.statements(word -> word + column, "ON " + named(subject), role);
    return as(Privileges.grantor(definition.id()), statements);
  }

  /** What another than the owner gave can be given and taken by that role only. */
  private static List<String> as(String grantor, List<String> statements) {
    if (grantor.isEmpty() || grantor.equals(Privileges.CURRENT_USER) || statements.isEmpty()) {
      return statements;
    }
    var all = new ArrayList<String>();
    all.add("SET ROLE " + grantor);
    all.addAll(statements);
    all.add("RESET ROLE");
    return all;
  }

  private static String named(ObjectId subject) {
    return switch (subject.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW -> "TABLE " + qualified(subject);
      case COLUMN -> "TABLE " + ObjectNames.relation(subject);
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> "TYPE " + qualified(subject);
      case FOREIGN_SERVER -> "FOREIGN SERVER " + qualified(subject);
      case AGGREGATE ->
          "FUNCTION "
              + signature(new ObjectId(ObjectKind.FUNCTION, subject.path()))
                  .replace(" ORDER BY ", ", ");
      default -> ObjectNames.named(subject);
    };
  }
}
