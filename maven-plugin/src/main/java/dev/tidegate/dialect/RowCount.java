package dev.tidegate.dialect;

import java.util.Optional;

/**
 * How many rows a table holds.
 *
 * @param rows empty where they could not be counted
 * @param why they could not be counted
 */
public record RowCount(Optional<Long> rows, Optional<String> why) {

  /** A number. */
  public static RowCount of(long rows) {
    return new RowCount(Optional.of(rows), Optional.empty());
  }

  /** A table that nobody may count. */
  public static RowCount unknown(String why) {
    return new RowCount(Optional.empty(), Optional.of(why));
  }
}
