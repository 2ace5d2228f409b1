package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createcast.html */
final class CastRenderer implements DefinitionRenderer {

  @Override
  public List<String> create(Definition cast, List<SchemaObject> parts) {
    return List.of(
        sql("CREATE")
            .words(ObjectNames.named(cast.id()))
            .words(cast.require("method"))
            .words(cast.attribute("context").orElse(""))
            .sql());
  }

  @Override
  public List<String> drop(Definition cast) {
    return List.of(sql("DROP").words(ObjectNames.named(cast.id())).sql());
  }
}
