package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createtsparser.html */
final class TextSearchParserRenderer implements DefinitionRenderer {
  static final String[] OPTIONS = {"START", "GETTOKEN", "END", "LEXTYPES", "HEADLINE"};

  @Override
  public List<String> create(Definition parser, List<SchemaObject> parts) {
    var functions = new ArrayList<String>();
    for (var name : OPTIONS) {
      parser.attribute(name).ifPresent(function -> functions.add(name + " = " + function));
    }
    return List.of(sql("CREATE TEXT SEARCH PARSER").name(parser.id()).block(functions).sql());
  }

  @Override
  public List<String> drop(Definition parser) {
    return List.of(sql("DROP TEXT SEARCH PARSER").name(parser.id()).sql());
  }
}
