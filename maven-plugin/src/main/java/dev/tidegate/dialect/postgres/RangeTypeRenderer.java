package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/**
 * https://www.postgresql.org/docs/current/rangetypes.html#RANGETYPES-DEFINING
 *
 * <p>Nothing of a range type can be altered: a new one takes its place, and ranges are carried over
 * as text.
 */
final class RangeTypeRenderer implements DefinitionRenderer {
  static final String SUBTYPE = "subtype";
  static final String MULTIRANGE = "multirange_type_name";

  static final String[] OPTIONS = {
    SUBTYPE, "subtype_opclass", "collation", "canonical", "subtype_diff", MULTIRANGE
  };

  private static final String CANONICAL = "canonical";

  @Override
  public List<String> create(Definition type, List<SchemaObject> parts) {
    var options = new ArrayList<String>();
    for (var name : OPTIONS) {
      type.attribute(name).ifPresent(value -> options.add(name + " = " + value));
    }
    return List.of(sql("CREATE TYPE").name(type.id()).words("AS RANGE").block(options).sql());
  }

  @Override
  public List<String> drop(Definition type) {
    return List.of(sql("DROP TYPE").name(type.id()).sql());
  }

  @Override
  public List<String> drop(Definition type, Surroundings surroundings) {
    return type.attribute(CANONICAL).isPresent()
        ? ShellType.dropWithFunctions(type, surroundings)
        : drop(type);
  }

  /** One with a function of its own type is held by that function as well. */
  @Override
  public boolean altersInPlace(Pair<Definition> type) {
    return type.from().attribute(CANONICAL).isEmpty() && type.to().attribute(CANONICAL).isEmpty();
  }

  @Override
  public List<String> alter(Pair<Definition> type, Surroundings surroundings) {
    return new TypeSwap(surroundings).statements(type.to().id());
  }
}
