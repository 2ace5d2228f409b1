package dev.tidegate.copy;

import java.util.List;
import java.util.Set;

/**
 * One table and where its rows go.
 *
 * @param columns that are copied, in the order of the target
 * @param leftOut columns of the source without a place in the target
 * @param computed columns of the source whose place is a generated column of the target
 */
record TableCopy(
    TableFacts from,
    TableFacts to,
    List<ColumnCopy> columns,
    List<String> leftOut,
    List<String> computed) {
  TableCopy {
    columns = List.copyOf(columns);
    leftOut = List.copyOf(leftOut);
    computed = List.copyOf(computed);
  }

  /** The names of the target's columns that are written. */
  List<String> targetColumns() {
    return columns.stream().map(column -> column.to().name()).toList();
  }

  /** The position of each column of the source's key among the columns copied, where it is one. */
  List<Integer> keyPositions() {
    var key = Set.copyOf(from.key());
    return java.util.stream.IntStream.range(0, columns.size())
        .filter(i -> key.contains(columns.get(i).from().name()))
        .boxed()
        .toList();
  }
}
