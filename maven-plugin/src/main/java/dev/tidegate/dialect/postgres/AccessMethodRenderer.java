package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-create-access-method.html */
final class AccessMethodRenderer implements DefinitionRenderer {

  @Override
  public List<String> create(Definition method, List<SchemaObject> parts) {
    return List.of(
        sql("CREATE ACCESS METHOD")
            .name(method.id())
            .words("TYPE")
            .words(method.require("type"))
            .words("HANDLER")
            .words(method.require("handler"))
            .sql());
  }

  @Override
  public List<String> drop(Definition method) {
    return List.of(sql("DROP ACCESS METHOD").name(method.id()).sql());
  }
}
