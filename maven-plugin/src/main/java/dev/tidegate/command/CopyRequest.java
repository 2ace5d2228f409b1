package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.report.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of {@code tidegate:copy}, read but not yet understood.
 *
 * @param source the database that is read
 * @param target the database that is written
 * @param direct the target without its pooler, where somebody named it
 * @param keyboard who is asking
 * @param environment the label that was stated for the target
 * @param tables patterns of tables, {@code *} for any text; empty for all
 * @param exclude patterns of tables to leave out
 * @param schemas name spaces of PostgreSQL; empty for all between two PostgreSQLs, else for those
 *     of the search path
 * @param mode {@code insert}, {@code replace} or {@code upsert}
 * @param confirm the name of the database that may be overwritten
 * @param onBadValue {@code fail} or {@code reject}
 * @param timestamps {@code auto}, {@code s}, {@code ms}, {@code us}, {@code iso}, or one of them
 *     for a column: {@code trips.created_at=ms}
 * @param verify {@code digest}, {@code count} or {@code none}
 * @param createSchema {@code auto}, {@code always} or {@code never}
 * @param dryRun whether everything is read and checked and nothing is written
 * @param lockTimeout for a lock that a statement needs; empty for the server's setting
 * @param reportDirectory takes rows that are left out
 * @param console where progress goes
 */
public record CopyRequest(
    ConnectionSettings source,
    ConnectionSettings target,
    Optional<ConnectionSettings> direct,
    Keyboard keyboard,
    Optional<String> environment,
    List<String> tables,
    List<String> exclude,
    List<String> schemas,
    String mode,
    Optional<String> confirm,
    String onBadValue,
    List<String> timestamps,
    String verify,
    String createSchema,
    boolean dryRun,
    Optional<Duration> lockTimeout,
    Path reportDirectory,
    Console console) {

  public CopyRequest {
    tables = List.copyOf(tables);
    exclude = List.copyOf(exclude);
    schemas = List.copyOf(schemas);
    timestamps = List.copyOf(timestamps);
  }
}
