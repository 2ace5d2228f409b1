package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * https://www.postgresql.org/docs/current/sql-createcollation.html
 *
 * <p>Nothing of a collation can be altered: a new one takes the place of the old one under the
 * columns that are sorted by it.
 */
final class CollationRenderer implements DefinitionRenderer {
  static final String[] OPTIONS = {
    "provider", "locale", "lc_collate", "lc_ctype", "deterministic", "rules"
  };

  private static final Set<String> WORDS = Set.of("provider", "deterministic");

  @Override
  public List<String> create(Definition collation, List<SchemaObject> parts) {
    var options = new ArrayList<String>();
    for (var name : OPTIONS) {
      collation
          .attribute(name)
          .map(value -> WORDS.contains(name) ? value : literal(value))
          .ifPresent(value -> options.add(name + " = " + value));
    }
    return List.of(
        sql("CREATE COLLATION")
            .name(collation.id())
            .words("(" + String.join(", ", options) + ")")
            .sql());
  }

  @Override
  public List<String> drop(Definition collation) {
    return List.of(sql("DROP COLLATION").name(collation.id()).sql());
  }

  @Override
  public boolean altersInPlace(Pair<Definition> collation) {
    return true;
  }

  @Override
  public List<String> alter(Pair<Definition> collation, Surroundings surroundings) {
    return new TypeSwap(surroundings).statements(collation.to().id());
  }
}
