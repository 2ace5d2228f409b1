package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/**
 * https://www.postgresql.org/docs/current/sql-createusermapping.html
 *
 * <p>Its path is the server and the role; {@code public} is PUBLIC, since no role can have that
 * name.
 */
final class UserMappingRenderer implements DefinitionRenderer {

  @Override
  public List<String> create(Definition mapping, List<SchemaObject> parts) {
    var options = ForeignOptions.clause(mapping.attributes());
    return List.of(of("CREATE", mapping).words(options).sql());
  }

  @Override
  public List<String> drop(Definition mapping) {
    return List.of(of("DROP", mapping).sql());
  }

  @Override
  public List<String> alter(Pair<Definition> mapping) {
    var changes = ForeignOptions.changes(mapping.map(Definition::attributes)).orElseThrow();
    return List.of(of("ALTER", mapping.to()).words(changes).sql());
  }

  @Override
  public boolean altersInPlace(Pair<Definition> mapping) {
    return true;
  }

  private static SqlBuilder of(String verb, Definition mapping) {
    var id = mapping.id();
    return sql(verb)
        .words("USER MAPPING FOR")
        .words(id.name().equals("public") ? "PUBLIC" : quote(id.name()))
        .words("SERVER")
        .name(id.path().get(0));
  }
}
