package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.report.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The parameters of {@code tidegate:copy} where its source is an archive of a backup.
 *
 * @param archive the file
 * @param target the database that gets its tables back
 * @param direct the way to the target without a pooler, where it is named
 * @param keyboard who is asking
 * @param environment the label that was stated for it
 * @param mode {@code insert}, {@code replace} or {@code upsert}
 * @param confirm the name of the database that may be overwritten
 * @param dryRun whether all of it is done and rolled back
 * @param lockTimeout for a lock that a statement needs; empty for the server's setting
 */
public record RestoreRequest(
    Path archive,
    ConnectionSettings target,
    Optional<ConnectionSettings> direct,
    Keyboard keyboard,
    Optional<String> environment,
    String mode,
    Optional<String> confirm,
    boolean dryRun,
    Optional<Duration> lockTimeout,
    Console console) {}
