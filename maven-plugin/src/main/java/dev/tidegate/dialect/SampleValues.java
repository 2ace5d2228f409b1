package dev.tidegate.dialect;

import dev.tidegate.schema.Column;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.util.List;
import java.util.Optional;

/** What {@link SampleInserts} asks a dialect about one schema. */
public interface SampleValues {

  /**
   * A literal for a column, another one for each row; empty where no value of the type is known.
   *
   * @param row from 1
   */
  Optional<String> literal(Schema schema, String type, int row);

  /** Further literals that the checks of the column's type name; most have none. */
  default List<String> checks(Schema schema, Column column) {
    return List.of();
  }

  /** A literal of the column's type with this text, as a check names it. */
  String literalOf(String text);

  /** Whether values of the type are text. */
  boolean isText(String type);

  /**
   * For a partitioned table the literals, by column, of rows for which there is a partition; empty
   * for any other table.
   */
  default Optional<List<java.util.Map<String, String>>> placed(Schema schema, Table table) {
    return Optional.empty();
  }

  /** Words between the list of columns and VALUES. */
  default String overriding() {
    return "";
  }

  /** The name as SQL has it. */
  String quoted(String name);
}
