package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;

/**
 * The parameters of {@code tidegate:status}.
 *
 * @param target the database to look at; never written
 * @param failOnPending whether migrations that wait are a failure
 * @param failOnDrift whether a database that is not what its migrations build is a failure
 */
public record StatusRequest(
    Workspace workspace, ConnectionSettings target, boolean failOnPending, boolean failOnDrift) {}
