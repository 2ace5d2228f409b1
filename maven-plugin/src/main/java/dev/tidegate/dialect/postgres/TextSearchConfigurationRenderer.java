package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** https://www.postgresql.org/docs/current/sql-createtsconfig.html */
final class TextSearchConfigurationRenderer implements DefinitionRenderer {
  static final String PARSER = "parser";

  /** Before the name of a token; the value is its dictionaries. */
  static final String TOKEN = "token ";

  @Override
  public List<String> create(Definition configuration, List<SchemaObject> parts) {
    var id = configuration.id();
    var statements = new ArrayList<String>();
    statements.add(
        sql("CREATE TEXT SEARCH CONFIGURATION")
            .name(id)
            .words("(PARSER = " + configuration.require(PARSER) + ")")
            .sql());
    statements.addAll(map(id, "ADD", tokens(configuration)));
    return statements;
  }

  @Override
  public List<String> drop(Definition configuration) {
    return List.of(sql("DROP TEXT SEARCH CONFIGURATION").name(configuration.id()).sql());
  }

  @Override
  public boolean altersInPlace(Pair<Definition> configuration) {
    return configuration.from().require(PARSER).equals(configuration.to().require(PARSER));
  }

  @Override
  public List<String> alter(Pair<Definition> configuration) {
    var id = configuration.to().id();
    var tokens = configuration.map(TextSearchConfigurationRenderer::tokens);
    var gone = new ArrayList<>(tokens.from().keySet());
    gone.removeAll(tokens.to().keySet());
    var fresh = new TreeMap<>(tokens.to());
    fresh.keySet().removeAll(tokens.from().keySet());
    var changed = new TreeMap<>(tokens.to());
    changed.keySet().retainAll(tokens.from().keySet());
    changed.entrySet().removeAll(tokens.from().entrySet());
    var statements = new ArrayList<String>();
    if (!gone.isEmpty()) {
      statements.add(alter(id).words("DROP MAPPING FOR").words(list(gone)).sql());
    }
    statements.addAll(map(id, "ALTER", changed));
    statements.addAll(map(id, "ADD", fresh));
    return statements;
  }

  /** One statement for all tokens that go to the same dictionaries. */
  private static List<String> map(ObjectId id, String verb, SortedMap<String, String> tokens) {
    return tokens.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
        .entrySet()
        .stream()
        .map(
            group ->
                alter(id)
                    .words(verb)
                    .words("MAPPING FOR")
                    .words(list(group.getValue()))
                    .words("WITH")
                    .words(group.getKey())
                    .sql())
        .toList();
  }

  private static SortedMap<String, String> tokens(Definition configuration) {
    var tokens = new TreeMap<String, String>();
    configuration
        .attributes()
        .forEach(
            (name, dictionaries) -> {
              if (name.startsWith(TOKEN)) {
                tokens.put(name.substring(TOKEN.length()), dictionaries);
              }
            });
    return tokens;
  }

  private static String list(List<String> tokens) {
    return tokens.stream().map(PostgresIdentifiers::quote).collect(Collectors.joining(", "));
  }

  private static SqlBuilder alter(ObjectId id) {
    return sql("ALTER TEXT SEARCH CONFIGURATION").name(id);
  }
}
