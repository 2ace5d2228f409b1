package dev.tidegate.copy;

import java.util.List;

/**
 * What a copy did.
 *
 * @param from the source, without credentials
 * @param to the target, without credentials
 * @param tables in the order in which they were copied
 * @param unmapped tables of the source that have no place in the target
 * @param passedBy what else holds rows there and was not copied, in words
 * @param created whether the tables were made by this copy
 * @param rejected values that did not fit and whose rows were left out, a line a kind
 * @param rejectFiles where those rows are
 * @param verification {@code digest}, {@code count} or {@code none}
 * @param dryRun whether nothing was kept
 * @param notes what a reader should know
 */
public record CopyResult(
    String from,
    String to,
    List<TableResult> tables,
    List<String> unmapped,
    List<String> passedBy,
    boolean created,
    List<String> rejected,
    List<String> rejectFiles,
    String verification,
    boolean dryRun,
    List<String> notes) {
  public CopyResult {
    tables = List.copyOf(tables);
    unmapped = List.copyOf(unmapped);
    passedBy = List.copyOf(passedBy);
    rejected = List.copyOf(rejected);
    rejectFiles = List.copyOf(rejectFiles);
    notes = List.copyOf(notes);
  }

  /**
   * What became of one table.
   *
   * @param rows that were copied
   * @param rejected rows that were left out
   * @param millis that reading and writing them took
   * @param digest over all rows, 32 hexadecimal digits; empty when only rows were counted
   * @param leftOut columns of the source that have no place in the target
   * @param computed columns of the source whose place the target computes by itself
   * @param unfilled columns of the target that no column of the source fills
   */
  public record TableResult(
      String from,
      String to,
      long rows,
      long rejected,
      long millis,
      String digest,
      List<String> leftOut,
      List<String> computed,
      List<String> unfilled) {
    public TableResult {
      leftOut = List.copyOf(leftOut);
      computed = List.copyOf(computed);
      unfilled = List.copyOf(unfilled);
    }
  }

  /** Rows of all tables. */
  public long rows() {
    return tables.stream().mapToLong(TableResult::rows).sum();
  }
}
