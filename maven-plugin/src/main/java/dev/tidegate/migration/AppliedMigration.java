package dev.tidegate.migration;

import java.util.Optional;

/**
 * A migration that a run has applied.
 *
 * @param version empty for a repeatable migration
 * @param description its name's words
 * @param script its path within the folder
 * @param millis how long it took
 * @param statements how many it consists of
 */
public record AppliedMigration(
    Optional<Version> version, String description, String script, long millis, int statements) {}
