package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/**
 * https://www.postgresql.org/docs/current/sql-createtransform.html
 *
 * <p>Its path is the type, as format_type prints it, and the language.
 */
final class TransformRenderer implements DefinitionRenderer {
  /** Of these two the value is the function with its argument types. */
  static final String FROM_SQL = "from sql";

  static final String TO_SQL = "to sql";

  @Override
  public List<String> create(Definition transform, List<SchemaObject> parts) {
    return List.of(create("CREATE", transform));
  }

  @Override
  public List<String> drop(Definition transform) {
    return List.of(sql("DROP").words(ObjectNames.named(transform.id())).sql());
  }

  @Override
  public List<String> alter(Pair<Definition> transform) {
    return List.of(create("CREATE OR REPLACE", transform.to()));
  }

  @Override
  public boolean altersInPlace(Pair<Definition> transform) {
    return true;
  }

  private static String create(String verb, Definition transform) {
    var functions = new ArrayList<String>();
    transform.attribute(FROM_SQL).ifPresent(it -> functions.add("FROM SQL WITH FUNCTION " + it));
    transform.attribute(TO_SQL).ifPresent(it -> functions.add("TO SQL WITH FUNCTION " + it));
    return sql(verb)
        .words(ObjectNames.named(transform.id()))
        .words("(" + String.join(", ", functions) + ")")
        .sql();
  }
}
