package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * https://www.postgresql.org/docs/current/sql-createpublication.html
 *
 * <p>Tables are named with ONLY: the catalogue holds each table that is published, and without the
 * word the server would add those that inherit from it.
 */
final class PublicationRenderer implements DefinitionRenderer {
  /** A flag. */
  static final String ALL_TABLES = "all tables";

  /** Before the qualified name of a table; the value is its column list and row filter. */
  static final String TABLE = "table ";

  /** Before the quoted name of a schema whose tables are published. */
  static final String NAMESPACE = "schema ";

  /** Which of insert, update, delete and truncate are published, when not all are. */
  static final String OPERATIONS = "publish";

  /** A flag. */
  static final String VIA_ROOT = "publish_via_partition_root";

  /** {@code stored}; absent for none (18). */
  static final String GENERATED = "publish_generated_columns";

  @Override
  public List<String> create(Definition publication, List<SchemaObject> parts) {
    var sql = sql("CREATE PUBLICATION").name(publication.id());
    if (publication.attribute(ALL_TABLES).isPresent()) {
      sql.words("FOR ALL TABLES");
    }
    var members = members(publication);
    if (!members.isEmpty()) {
      sql.words("FOR").words(list(members));
    }
    var options = new TreeMap<>(options(publication));
    options.entrySet().removeIf(option -> option.getValue().equals(UNSAID.get(option.getKey())));
    if (!options.isEmpty()) {
      sql.words("WITH").words(settings(options));
    }
    return List.of(sql.sql());
  }

  @Override
  public List<String> drop(Definition publication) {
    return List.of(sql("DROP PUBLICATION").name(publication.id()).sql());
  }

  /** Options stand between, since a row filter can need publish_via_partition_root. */
  @Override
  public List<String> alter(Pair<Definition> publication) {
    var members = publication.map(PublicationRenderer::members);
    var statements = new ArrayList<String>();
    var gone = without(members.from(), members.to());
    if (!gone.isEmpty()) {
      gone.replaceAll((name, spec) -> "");
      statements.add(alter(publication.to()).words("DROP").words(list(gone)).sql());
    }
    var options = publication.map(PublicationRenderer::options);
    var changed = without(options.to(), options.from());
    if (!changed.isEmpty()) {
      statements.add(alter(publication.to()).words("SET").words(settings(changed)).sql());
    }
    var added = without(members.to(), members.from());
    if (!added.isEmpty()) {
      statements.add(alter(publication.to()).words("ADD").words(list(added)).sql());
    }
    return statements;
  }

  /** A publication for all tables stays one. */
  @Override
  public boolean altersInPlace(Pair<Definition> publication) {
    var all = publication.map(side -> side.attribute(ALL_TABLES));
    return all.from().equals(all.to());
  }

  /** The qualified names of the tables that it names. */
  static List<String> tables(Definition publication) {
    return members(publication).keySet().stream()
        .filter(name -> name.startsWith(TABLE))
        .map(name -> name.substring(TABLE.length()))
        .toList();
  }

  /** Whether it publishes some rows of a table only. */
  static boolean filters(Definition publication) {
    return members(publication).values().stream().anyMatch(spec -> spec.contains("WHERE ("));
  }

  private static final Map<String, String> UNSAID =
      Map.of(OPERATIONS, "insert, update, delete, truncate", VIA_ROOT, "false", GENERATED, "none");

  private static SortedMap<String, String> options(Definition publication) {
    var options = new TreeMap<>(UNSAID);
    options.replaceAll((name, unsaid) -> publication.attribute(name).orElse(unsaid));
    return options;
  }

  private static String settings(Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + " = " + PostgresIdentifiers.literal(option.getValue()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static SortedMap<String, String> members(Definition publication) {
    var members = new TreeMap<>(publication.attributes());
    members.keySet().removeIf(name -> !name.startsWith(TABLE) && !name.startsWith(NAMESPACE));
    return members;
  }

  /** The entries that the other has not, or has with another value. */
  private static SortedMap<String, String> without(
      Map<String, String> entries, Map<String, String> others) {
    var rest = new TreeMap<>(entries);
    rest.entrySet().removeIf(entry -> entry.getValue().equals(others.get(entry.getKey())));
    return rest;
  }

  /** Each word once: only since 15 can it stand before each name. */
  private static String list(Map<String, String> members) {
    var tables = new ArrayList<String>();
    var namespaces = new ArrayList<String>();
    members.forEach(
        (name, spec) -> {
          if (name.startsWith(NAMESPACE)) {
            namespaces.add(name.substring(NAMESPACE.length()));
          } else {
            tables.add(sql("ONLY").words(name.substring(TABLE.length())).words(spec).sql());
          }
        });
    var lists = new ArrayList<String>();
    if (!tables.isEmpty()) {
      lists.add("TABLE " + String.join(", ", tables));
    }
    if (!namespaces.isEmpty()) {
      lists.add("TABLES IN SCHEMA " + String.join(", ", namespaces));
    }
    return String.join(", ", lists);
  }

  private static SqlBuilder alter(Definition publication) {
    return sql("ALTER PUBLICATION").name(publication.id());
  }
}
