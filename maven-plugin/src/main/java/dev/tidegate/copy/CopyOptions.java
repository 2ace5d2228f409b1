package dev.tidegate.copy;

import dev.tidegate.dialect.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a copy is asked to do.
 *
 * @param tables patterns of tables to copy; empty for all
 * @param exclude patterns of tables to leave out
 * @param schemas name spaces of PostgreSQL to look at; empty for those of the search path
 * @param confirm the name of the database that may be overwritten
 * @param timestamps the unit or form of points in time in SQLite, by {@code table.column}; the
 *     entry of the empty name counts for all others
 * @param lockTimeout how long PostgreSQL waits for a lock that a statement needs; empty for the
 *     server's setting
 * @param rejects the folder that takes rows that do not fit
 */
public record CopyOptions(
    List<String> tables,
    List<String> exclude,
    List<String> schemas,
    Mode mode,
    Optional<String> confirm,
    BadValues badValues,
    Map<String, TimestampForm> timestamps,
    Verification verification,
    SchemaCreation schemaCreation,
    boolean dryRun,
    Optional<Duration> lockTimeout,
    Path rejects) {
  public CopyOptions {
    tables = List.copyOf(tables);
    exclude = List.copyOf(exclude);
    schemas = List.copyOf(schemas);
    timestamps = Map.copyOf(timestamps);
  }

  /** Options that name these tables and leave everything else as it is by default. */
  public static CopyOptions ofTables(List<String> paths) {
    return new CopyOptions(
        paths,
        List.of(),
        List.of(),
        Mode.INSERT,
        Optional.empty(),
        BadValues.FAIL,
        Map.of(),
        Verification.DIGEST,
        SchemaCreation.AUTO,
        false,
        Optional.empty(),
        Path.of("target"));
  }

  /** What becomes of rows that the target has. */
  public enum Mode {
    INSERT,
    REPLACE,
    UPSERT
  }

  /** What becomes of values that do not fit. */
  public enum BadValues {
    FAIL,
    REJECT
  }

  /** How points in time stand in SQLite. */
  public enum TimestampForm {
    AUTO,
    S,
    MS,
    US,
    ISO
  }

  /** How rows are compared before the commit. */
  public enum Verification {
    DIGEST,
    COUNT,
    NONE
  }

  /** Whether tables are created. */
  public enum SchemaCreation {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Whether nothing narrows down which tables are copied. */
  public boolean selectsAll() {
    return tables.isEmpty() && exclude.isEmpty();
  }

  /** Whether the table of this path is asked for; Tidegate's own and Flyway's are nobody's data. */
  public boolean selects(List<String> path) {
    return !Scope.OWN_TABLES.contains(path.get(path.size() - 1))
        && (tables.isEmpty() || Patterns.match(tables, path))
        && !Patterns.match(exclude, path);
  }

  /** The form of points in time in this column of SQLite. */
  TimestampForm timestampForm(String table, String column) {
    var own = timestamps.get(table + "." + column);
    return own != null ? own : timestamps.getOrDefault("", TimestampForm.AUTO);
  }
}
