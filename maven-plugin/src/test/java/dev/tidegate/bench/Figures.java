package dev.tidegate.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of figures, and how they are taken. */
public final class Figures {
  private static final double NANOS = 1e9;

  private final List<List<String>> rows = new ArrayList<>();

  public Figures(String... heading) {
    rows.add(List.of(heading));
  }

  /** Something that is measured. */
  public interface Work {
    void run() throws Exception;
  }

  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Prints the table as Markdown, as docs/benchmarks.md has it. */
  public void print(String title) {
    var text = new StringBuilder("\n" + title + "\n\n");
    for (var row : rows) {
      text.append("| ").append(String.join(" | ", row)).append(" |\n");
      if (row == rows.get(0)) {
        text.append("|---".repeat(row.size())).append("|\n");
      }
    }
    System.out.println(text);
  }

  /** Wall-clock time. */
  public static double seconds(Work work) throws Exception {
    var start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / NANOS;
  }

  /** Processor time of this thread, without what a server takes. */
  static double ownSeconds(Work work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    var start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / NANOS;
  }

  static double median(double... values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** What the heap held at most since the last time this was asked. */
  static String peakHeap() {
    var pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    var peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    return peak / (1 << 20) + " MB";
  }
}
