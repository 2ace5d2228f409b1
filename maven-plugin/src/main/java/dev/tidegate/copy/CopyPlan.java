package dev.tidegate.copy;

import java.util.List;

/**
 * Which tables are copied, in which order.
 *
 * @param tables parents before children as far as there are no cycles
 * @param unmapped tables of the source without a place in the target, by name
 */
record CopyPlan(List<TableCopy> tables, List<String> unmapped) {
  CopyPlan {
    tables = List.copyOf(tables);
    unmapped = List.copyOf(unmapped);
  }
}
