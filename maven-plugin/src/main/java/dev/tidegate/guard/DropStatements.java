package dev.tidegate.guard;

import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds statements that drop what only the live database has, such as {@code DROP SCHEMA IF EXISTS
 * legacy CASCADE}: in a scratch database they do nothing, so that no comparison shows them.
 *
 * @param objects those that only the live database has
 */
record DropStatements(Product product, NamedObjects objects) {

  /** The hazards of one statement. */
  List<Hazard> hazards(String sql) {
    var words = SqlWords.of(product, sql);
    return switch (words.keyword(0) + " " + words.keyword(1)) {
      case "DROP TABLE" ->
          names(words).stream()
              .map(objects::table)
              .flatMap(Optional::stream)
              .map(this::table)
              .toList();
      case "DROP SCHEMA" -> names(words).stream().flatMap(it -> schema(it).stream()).toList();
      case "ALTER TABLE" -> columns(words);
      default -> List.of();
    };
  }

  /** {@code DROP TABLE IF EXISTS a, b.c}. */
  private static List<List<String>> names(SqlWords words) {
    var names = new ArrayList<List<String>>();
    var at = words.skip(2, "IF", "EXISTS");
    names.add(words.name(at));
    for (at = words.end(at); words.isOperator(at, ","); at = words.end(at + 1)) {
      names.add(words.name(at + 1));
    }
    return names;
  }

  private List<Hazard> schema(List<String> name) {
    var hazards = new ArrayList<Hazard>();
    objects
        .namespace(name)
        .map(id -> new Hazard(HazardType.DROP_SCHEMA, id, "schema " + id.display() + " is dropped"))
        .ifPresent(hazards::add);
    objects.tablesOf(name).stream().map(this::table).forEach(hazards::add);
    return hazards;
  }

  private Hazard table(ObjectId id) {
    return new Hazard(
        HazardType.DROP_TABLE, id, "table %s is dropped with its rows".formatted(id.display()));
  }

  /** {@code ALTER TABLE t DROP COLUMN a, DROP b}. */
  private List<Hazard> columns(SqlWords words) {
    var hazards = new ArrayList<Hazard>();
    var start = words.skip(2, "IF", "EXISTS", "ONLY");
    var table = words.name(start);
    var depth = 0;
    for (var at = words.end(start); at < words.size(); at++) {
      depth += words.turn(at);
      var begins = at == words.end(start) || (depth == 0 && words.isOperator(at - 1, ","));
      if (begins && words.keyword(at).equals("DROP")) {
        objects
            .column(table, words.name(words.skip(at + 1, "COLUMN", "IF", "EXISTS")))
            .map(
                id ->
                    new Hazard(
                        HazardType.DROP_COLUMN,
                        id,
                        "column %s is dropped with its values".formatted(id.display())))
            .ifPresent(hazards::add);
      }
    }
    return hazards;
  }
}
