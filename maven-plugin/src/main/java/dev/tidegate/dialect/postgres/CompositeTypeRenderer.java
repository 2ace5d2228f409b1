package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** https://www.postgresql.org/docs/current/sql-altertype.html */
final class CompositeTypeRenderer implements KindRenderer<CompositeType> {
  private final Surroundings surroundings;

  CompositeTypeRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<String> create(CompositeType type, List<SchemaObject> parts) {
    return List.of(createType(type));
  }

  @Override
  public List<String> drop(CompositeType type) {
    return List.of(sql("DROP TYPE").name(type.id()).sql());
  }

  @Override
  public List<String> alter(Pair<CompositeType> type) {
    var to = type.to();
    if (TypeChanges.swaps(type, surroundings.schemas())) {
      return new TypeSwap(surroundings).statements(to.id());
    }
    var statements = new ArrayList<String>();
    for (var attribute : type.from().attributes()) {
      if (!to.attributes().contains(attribute)) {
        statements.add(
            sql("ALTER TYPE").name(to.id()).words("DROP ATTRIBUTE").name(attribute.name()).sql());
      }
    }
    for (var attribute : to.attributes()) {
      if (!type.from().attributes().contains(attribute)) {
        statements.add(
            sql("ALTER TYPE")
                .name(to.id())
                .words("ADD ATTRIBUTE")
                .words(definition(attribute))
                .sql());
      }
    }
    return statements;
  }

  private static String createType(CompositeType type) {
    return sql("CREATE TYPE")
        .name(type.id())
        .words("AS")
        .block(
            type.attributes().stream()
                .map(CompositeTypeRenderer::definition)
                .collect(Collectors.toList()))
        .sql();
  }

  private static String definition(CompositeType.Attribute attribute) {
    var sql = sql(quote(attribute.name())).words(attribute.type());
    attribute.collation().ifPresent(collation -> sql.words("COLLATE").words(collation));
    return sql.sql();
  }
}
