package dev.tidegate.copy;

import java.util.ArrayList;
import java.util.List;

/** Row count and digests of one table: each column's values, and its rows as a whole. */
final class TableDigest {
  private final List<ColumnType> types;
  private final boolean[] canonical;
  private final Digest[] columns;
  private final Digest rows = new Digest();
  private final boolean counting;
  private long count;

  /**
   * A digest of no rows.
   *
   * @param types of the target's columns, in whose form the rows come
   * @param countOnly whether values are not looked at
   */
  TableDigest(List<ColumnType> types, boolean countOnly) {
    this.types = types;
    counting = countOnly;
    columns = new Digest[types.size()];
    canonical = new boolean[types.size()];
    for (var i = 0; i < columns.length; i++) {
      columns[i] = new Digest();
      canonical[i] = Canonical.isNeeded(types.get(i).family());
    }
  }

  /** Adds a row. */
  void add(EncodedRow row) {
    count++;
    if (counting) {
      return;
    }
    for (var i = 0; i < columns.length; i++) {
      if (row.isNull(i)) {
        columns[i].addNull();
      } else if (canonical[i]) {
        var value = Canonical.of(types.get(i).family(), row.bytes(), row.start(i), row.length(i));
        columns[i].add(value, 0, value.length);
      } else {
        columns[i].add(row.bytes(), row.start(i), row.length(i));
      }
    }
    rows.addRow(columns);
  }

  long count() {
    return count;
  }

  /** The digest of the rows as a whole; empty text when only rows were counted. */
  String hexadecimal() {
    return counting ? "" : rows.hexadecimal();
  }

  /** The positions of columns whose values differ from the other's. */
  List<Integer> differingColumns(TableDigest other) {
    var differing = new ArrayList<Integer>();
    for (var i = 0; i < columns.length; i++) {
      if (!columns[i].hexadecimal().equals(other.columns[i].hexadecimal())) {
        differing.add(i);
      }
    }
    return differing;
  }

  /** Whether both stand for the same rows. */
  boolean agreesWith(TableDigest other) {
    return count == other.count && hexadecimal().equals(other.hexadecimal());
  }
}
