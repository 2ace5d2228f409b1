package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createtstemplate.html */
final class TextSearchTemplateRenderer implements DefinitionRenderer {
  static final String[] OPTIONS = {"INIT", "LEXIZE"};

  @Override
  public List<String> create(Definition template, List<SchemaObject> parts) {
    var functions = new ArrayList<String>();
    for (var name : OPTIONS) {
      template.attribute(name).ifPresent(function -> functions.add(name + " = " + function));
    }
    return List.of(sql("CREATE TEXT SEARCH TEMPLATE").name(template.id()).block(functions).sql());
  }

  @Override
  public List<String> drop(Definition template) {
    return List.of(sql("DROP TEXT SEARCH TEMPLATE").name(template.id()).sql());
  }
}
