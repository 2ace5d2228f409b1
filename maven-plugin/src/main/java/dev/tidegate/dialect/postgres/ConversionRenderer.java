package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createconversion.html */
final class ConversionRenderer implements DefinitionRenderer {

  @Override
  public List<String> create(Definition conversion, List<SchemaObject> parts) {
    return List.of(
        sql("CREATE")
            .words(conversion.attribute("is_default").isPresent() ? "DEFAULT" : "")
            .words("CONVERSION")
            .name(conversion.id())
            .words("FOR")
            .words(literal(conversion.require("from_encoding")))
            .words("TO")
            .words(literal(conversion.require("to_encoding")))
            .words("FROM")
            .words(conversion.require("function"))
            .sql());
  }

  @Override
  public List<String> drop(Definition conversion) {
    return List.of(sql("DROP CONVERSION").name(conversion.id()).sql());
  }
}
