package dev.tidegate.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A backup that was made and checked.
 *
 * @param file where it lies, absolute
 * @param database which one it is of, as URLs are shown
 * @param schema the one that its URL named, as those of tenants do
 * @param on when its snapshot was taken
 * @param method what made it: {@code pg_dump 17.2}, {@code tidegate} or {@code sqlite}
 * @param server version of the database that it was read from
 * @param bytes its size
 * @param sha256 of the file, in hexadecimal
 * @param everything whether it holds the whole database and not only what was about to be lost
 * @param tables what it holds, with the rows as they were counted in its snapshot
 * @param restore the command that brings it back
 */
public record Backup(
    String file,
    String database,
    Optional<String> schema,
    Instant on,
    String method,
    String server,
    long bytes,
    String sha256,
    boolean everything,
    List<Held> tables,
    String restore) {
  public Backup {
    tables = List.copyOf(tables);
  }

  /**
   * A table, or some columns of it.
   *
   * @param table with dots
   * @param columns those that are held; empty for all
   */
  public record Held(String table, List<String> columns, long rows) {
    public Held {
      columns = List.copyOf(columns);
    }
  }

  /** Of all tables together. */
  public long rows() {
    return tables.stream().mapToLong(Held::rows).sum();
  }
}
