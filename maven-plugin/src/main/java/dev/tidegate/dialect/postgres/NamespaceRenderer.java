package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Namespace;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createschema.html */
final class NamespaceRenderer implements KindRenderer<Namespace> {
  /** Every database has it from the beginning. */
  private static final String PUBLIC = "public";

  @Override
  public List<String> create(Namespace namespace, List<SchemaObject> parts) {
    var known = namespace.id().name().equals(PUBLIC);
    return List.of(
        sql("CREATE SCHEMA").words(known ? "IF NOT EXISTS" : "").name(namespace.id()).sql());
  }

  @Override
  public List<String> drop(Namespace namespace) {
    return List.of(sql("DROP SCHEMA").name(namespace.id()).sql());
  }

  @Override
  public List<String> alter(Pair<Namespace> namespace) {
    return List.of();
  }
}
