package dev.tidegate.migration;

import dev.tidegate.jdbc.DatabaseError;
import dev.tidegate.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of applying migrations.
 *
 * @param applied those that are in the database now, in order
 * @param failure why the run stopped before its end, if it did
 * @param refused the statement of the failed migration that the database refused, if one did
 */
public record MigrationRun(
    List<AppliedMigration> applied, Optional<Problem> failure, Optional<Refused> refused) {

  /**
   * A statement and what the database said to it.
   *
   * @param sql the statement
   * @param error the database's words
   */
  public record Refused(String sql, DatabaseError error) {}

  public MigrationRun {
    applied = List.copyOf(applied);
  }

  /**
   * The applied migrations of a run that went well.
   *
   * @throws dev.tidegate.problem.TidegateException the failure of one that did not
   */
  public List<AppliedMigration> orThrow() {
    failure.ifPresent(
        problem -> {
          throw problem.exception();
        });
    return applied;
  }
}
