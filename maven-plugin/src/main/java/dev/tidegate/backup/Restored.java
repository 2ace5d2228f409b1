package dev.tidegate.backup;

import java.util.List;

/**
 * What came back from an archive.
 *
 * @param tables each of the archive, in its order
 * @param statements SQL that puts values where they belong, for those that lie beside their table
 * @param notes what a reader should know
 */
public record Restored(List<Table> tables, List<String> statements, List<String> notes) {
  public Restored {
    tables = List.copyOf(tables);
    statements = List.copyOf(statements);
    notes = List.copyOf(notes);
  }

  /**
   * A table.
   *
   * @param outcome what was done, in words
   * @param rows that were written
   */
  public record Table(String table, String outcome, long rows) {}

  /** Rows written, of all tables together. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
