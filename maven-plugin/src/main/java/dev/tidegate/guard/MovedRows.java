package dev.tidegate.guard;

import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.Hazard;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of a table or a column that is dropped which statement before has copied from it: it is a
 * drop all the same, since nobody has compared what was copied.
 */
final class MovedRows {
  private MovedRows() {}

  static List<Hazard> told(Product product, List<Hazard> hazards, List<String> statements) {
    var told = new ArrayList<Hazard>();
    for (var hazard : hazards) {
      var copy =
          switch (hazard.type()) {
            case DROP_TABLE -> copying(product, hazard.object().name(), "", statements);
            case DROP_COLUMN ->
                copying(product, table(hazard.object()), hazard.object().name(), statements);
            default -> 0;
          };
      told.add(copy == 0 ? hazard : told(hazard, copy));
    }
    return told;
  }

  private static Hazard told(Hazard hazard, int copy) {
    return hazard.saying(
        hazard.message() + "; statement %d has copied from it before".formatted(copy));
  }

  private static String table(ObjectId column) {
    return column.path().get(column.path().size() - 2);
  }

  /** The number of the statement, 0 for none. */
  private static int copying(
      Product product, String table, String column, List<String> statements) {
    for (var at = 0; at < statements.size(); at++) {
      var words = SqlWords.of(product, statements.get(at));
      var verb = words.keyword(0);
      var select = words.place("SELECT", words.size());
      var copies = verb.equals("INSERT") || verb.equals("CREATE") || verb.equals("UPDATE");
      var reads = verb.equals("UPDATE") ? !column.isEmpty() : select > 0;
      if (copies
          && reads
          && words.mentions(table)
          && (column.isEmpty() || words.mentions(column))
          && words.place("VIEW", 4) < 0
          && words.place("FUNCTION", 4) < 0) {
        return at + 1;
      }
    }
    return 0;
  }
}
