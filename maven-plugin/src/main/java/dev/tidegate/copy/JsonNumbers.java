package dev.tidegate.copy;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts numbers that stand for JSON. A column of SQLite that is declared JSON has NUMERIC
 * affinity: the text {@code 1.50} became the REAL 1.5 when it was stored, and nobody can tell any
 * more.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html">Datatypes In SQLite</a>
 */
final class JsonNumbers {
  private final TableCopy table;
  private final boolean[] watched;
  private final boolean[] found;
  private final long[] counts;

  JsonNumbers(TableCopy table) {
    this.table = table;
    var size = table.columns().size();
    watched = new boolean[size];
    found = new boolean[size];
    counts = new long[size];
    for (var i = 0; i < size; i++) {
      watched[i] = isWatched(table.columns().get(i));
    }
  }

  /** Looks at a value before it is converted. */
  void look(int column, Cell value) {
    found[column] = watched[column] && isNumber(column, value);
  }

  /** Counts what was found in a row that is copied. */
  void keepRow() {
    for (var i = 0; i < counts.length; i++) {
      counts[i] += found[i] ? 1 : 0;
    }
  }

  /** One line a column that held any. */
  List<String> notes() {
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] > 0)
        .mapToObj(this::note)
        .toList();
  }

  private String note(int i) {
    var column = table.columns().get(i);
    return "%s.%s: %,d value%s %s"
        .formatted(
            table.from().display(),
            column.from().name(),
            counts[i],
            counts[i] == 1 ? "" : "s",
            isJson(column.to())
                ? "not stored as JSON text became JSON numbers, as they are stored"
                : "of JSON became numbers, as SQLite's "
                    + column.to().type().affinity()
                    + " affinity has it");
  }

  private static boolean isWatched(ColumnCopy column) {
    return column.to().type().family() == Family.DYNAMIC
        ? isJson(column.from()) && column.to().type().affinity().makesNumbers()
        : isJson(column.to()) && !isJson(column.from());
  }

  private boolean isNumber(int column, Cell value) {
    return switch (value.kind()) {
      case INTEGER, REAL -> true;
      case TEXT -> isJson(table.columns().get(column).from()) && Numbers.looksNumeric(value);
      case NULL, BLOB, ENCODED -> false;
    };
  }

  private static boolean isJson(ColumnFacts column) {
    return column.type().family() == Family.JSON || column.type().family() == Family.JSONB;
  }
}
