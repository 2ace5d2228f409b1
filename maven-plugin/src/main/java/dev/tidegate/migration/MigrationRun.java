package dev.tidegate.migration;

import dev.tidegate.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of applying migrations.
 *
 * @param applied those that are in the database now, in order
 * @param failure why the run stopped before its end, if it did
 */
public record MigrationRun(List<AppliedMigration> applied, Optional<Problem> failure) {

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
