package dev.tidegate.migration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One file of the migrations folder.
 *
 * @param path where it is
 * @param script its path within the folder with slashes, as the history names it
 * @param kind when it runs
 * @param version empty for a repeatable migration
 * @param description its name's words
 */
public record MigrationFile(
    Path path, String script, Kind kind, Optional<Version> version, String description) {

  /** When a migration runs. */
  public enum Kind {
    /** {@code V7__x.sql}: once, in the order of versions. */
    VERSIONED,
    /** {@code B7__x.sql}: instead of all versions up to its own, on a new database. */
    BASELINE,
    /** {@code R__x.sql}: after the versioned ones whenever its text has changed. */
    REPEATABLE
  }
}
