package dev.tidegate.copy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every value that did not fit: exact counts, and some samples of each kind. */
final class BadRows {
  private static final int SAMPLES = 20;

  private final Map<Kind, Found> kinds = new LinkedHashMap<>();
  private long total;

  /** Values that did not fit for one reason. */
  record Kind(String table, String column, String type, String why) {}

  private static final class Found {
    private long count;
    private final List<String> samples = new ArrayList<>();
  }

  /**
   * Counts a value.
   *
   * @param key of its row, in words
   */
  void add(Kind kind, String key, String value) {
    total++;
    var found = kinds.computeIfAbsent(kind, first -> new Found());
    found.count++;
    if (found.samples.size() < SAMPLES) {
      found.samples.add(key + ": " + value);
    }
  }

  long total() {
    return total;
  }

  /** All of it for a message: a line a kind, and beneath it one a sample. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    kinds.forEach(
        (kind, found) -> {
          lines.add(
              "%s.%s (%s): %s, %,d value%s"
                  .formatted(
                      kind.table(),
                      kind.column(),
                      kind.type(),
                      kind.why(),
                      found.count,
                      found.count == 1 ? "" : "s"));
          found.samples.forEach(sample -> lines.add("  " + sample));
          if (found.count > found.samples.size()) {
            lines.add("  and %,d more".formatted(found.count - found.samples.size()));
          }
        });
    return lines;
  }

  /** One line a kind. */
  List<String> summary() {
    return lines().stream().filter(line -> !line.startsWith(" ")).toList();
  }

  /** Columns that hold them, {@code table.column}. */
  List<String> columns() {
    return kinds.keySet().stream()
        .map(kind -> kind.table() + "." + kind.column())
        .distinct()
        .toList();
  }
}
