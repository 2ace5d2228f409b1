package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The parameters of {@code tidegate:status}.
 *
 * @param target the database to look at; never written
 * @param environment the label that was stated
 * @param exactRows whether rows are counted, which reads every table, or estimated
 * @param failOnPending whether migrations that wait are a failure
 * @param failOnDrift whether a database that is not what its migrations build is a failure
 * @param backups the folder in which deploys leave backups
 */
public record StatusRequest(
    Workspace workspace,
    ConnectionSettings target,
    Optional<String> environment,
    boolean exactRows,
    boolean failOnPending,
    boolean failOnDrift,
    Path backups) {}
