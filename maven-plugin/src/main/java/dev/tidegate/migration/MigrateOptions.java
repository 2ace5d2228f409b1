package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How migrations are applied.
 *
 * @param target the last version to apply; empty for all
 * @param lockTimeout how long a statement waits for a lock; empty for the server's setting
 * @param statementTimeout how long a statement may run; empty for the server's setting
 * @param lockRetries how often a migration that was rolled back for want of a lock is tried again
 * @param rolesShared whether a role that a migration makes may be there already
 * @param resumeAt what somebody said about a statement of which it is not known whether it ended
 */
public record MigrateOptions(
    Optional<Version> target,
    Optional<Duration> lockTimeout,
    Optional<Duration> statementTimeout,
    int lockRetries,
    boolean rolesShared,
    Optional<ResumePoint> resumeAt) {

  /** For a database that matters. */
  public MigrateOptions(
      Optional<Version> target,
      Optional<Duration> lockTimeout,
      Optional<Duration> statementTimeout,
      int lockRetries) {
    this(target, lockTimeout, statementTimeout, lockRetries, false, Optional.empty());
  }

  /** The same, with a word on where a migration goes on. */
  public MigrateOptions resumingAt(Optional<ResumePoint> point) {
    return new MigrateOptions(
        target, lockTimeout, statementTimeout, lockRetries, rolesShared, point);
  }

  /** Everything, waiting as long as it takes: for scratch databases, which share their roles. */
  public static MigrateOptions all() {
    return new MigrateOptions(
        Optional.empty(), Optional.empty(), Optional.empty(), 0, true, Optional.empty());
  }

  /** The statements that each connection starts with. */
  List<String> initSql(Product product) {
    var statements = new ArrayList<String>();
    if (product == Product.SQLITE) {
      // A no-op inside a transaction, so it has to come first; a table that is rebuilt would
      // otherwise take the rows of its children along: https://sqlite.org/lang_altertable.html
      statements.add("PRAGMA foreign_keys = OFF");
      lockTimeout.ifPresent(
          timeout -> statements.add("PRAGMA busy_timeout = " + timeout.toMillis()));
    } else {
      if (!rolesShared) {
        statements.add("SET application_name = 'tidegate deploy'");
      }
      lockTimeout.ifPresent(timeout -> statements.add("SET lock_timeout = " + timeout.toMillis()));
      statementTimeout.ifPresent(
          timeout -> statements.add("SET statement_timeout = " + timeout.toMillis()));
    }
    return statements;
  }
}
