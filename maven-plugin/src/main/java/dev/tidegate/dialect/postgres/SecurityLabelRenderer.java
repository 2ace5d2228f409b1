package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-security-label.html */
final class SecurityLabelRenderer implements DefinitionRenderer {
  static final String LABEL = "label";

  @Override
  public List<String> create(Definition label, List<SchemaObject> parts) {
    return List.of(label(label, literal(label.attribute(LABEL).orElse(""))));
  }

  @Override
  public List<String> drop(Definition label) {
    return List.of(label(label, "NULL"));
  }

  @Override
  public List<String> alter(Pair<Definition> label) {
    return create(label.to(), List.of());
  }

  @Override
  public boolean altersInPlace(Pair<Definition> label) {
    return true;
  }

  private static String label(Definition label, String text) {
    return sql("SECURITY LABEL FOR")
        .name(label.id().path().get(0))
        .words("ON")
        .words(ObjectNames.named(Privileges.subject(label.id())))
        .words("IS")
        .words(text)
        .sql();
  }
}
