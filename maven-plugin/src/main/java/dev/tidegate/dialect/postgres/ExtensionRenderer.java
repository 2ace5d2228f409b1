package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Extension;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createextension.html */
final class ExtensionRenderer implements KindRenderer<Extension> {

  /** Without a version: each server has its own default one, and that is what a project means. */
  @Override
  public List<String> create(Extension extension, List<SchemaObject> parts) {
    return List.of(
        sql("CREATE EXTENSION IF NOT EXISTS")
            .name(extension.id())
            .words("WITH SCHEMA")
            .name(extension.namespace())
            .sql());
  }

  @Override
  public List<String> drop(Extension extension) {
    return List.of(sql("DROP EXTENSION").name(extension.id()).sql());
  }

  @Override
  public List<String> alter(Pair<Extension> extension) {
    var to = extension.to();
    var statements = new ArrayList<String>();
    if (!extension.from().namespace().equals(to.namespace())) {
      statements.add(
          sql("ALTER EXTENSION").name(to.id()).words("SET SCHEMA").name(to.namespace()).sql());
    }
    if (!extension.from().version().equals(to.version())) {
      statements.add(
          sql("ALTER EXTENSION").name(to.id()).words("UPDATE TO").literal(to.version()).sql());
    }
    return statements;
  }
}
