package dev.tidegate.plan;

import dev.tidegate.schema.Column;
import java.util.List;

/**
 * How a plan treats tables that are in use.
 *
 * @param online whether steps are preferred that keep nobody waiting for longer than a moment, at
 *     the price of more statements and transactions
 * @param expand columns, {@code table.column} or {@code schema.table.column}, whose change of type
 *     is made by a new column that is filled in batches; {@code all} for every one
 * @param major version of the server, where the dialect's forms depend on it
 */
public record Strategy(boolean online, List<String> expand, int major) {
  private static final String ALL = "all";

  public Strategy {
    expand = List.copyOf(expand);
  }

  /** The shortest script. */
  public static Strategy simple() {
    return new Strategy(false, List.of(), 0);
  }

  /** Steps that keep nobody waiting, on a server of this major version. */
  public static Strategy online(int major) {
    return new Strategy(true, List.of(), major);
  }

  /** Whether a change of the column's type is made by a new column. */
  public boolean expands(Column column) {
    var path = column.id().path();
    var word = String.join(".", path);
    return expand.contains(ALL)
        || expand.contains(word)
        || expand.contains(
            String.join(".", path.subList(Math.max(0, path.size() - 2), path.size())));
  }
}
