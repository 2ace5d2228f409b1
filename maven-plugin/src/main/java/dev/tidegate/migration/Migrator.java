package dev.tidegate.migration;

import dev.tidegate.jdbc.DatabaseError;
import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.TidegateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Applies migrations through Flyway. Holds nothing between calls. */
public final class Migrator {
  private static final long RETRY_MILLIS = 1_000;

  /**
   * PostgreSQL's lock_not_available: https://www.postgresql.org/docs/current/errcodes-appendix.html
   */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /**
   * Applies what is pending. Each migration is a transaction of its own unless it holds statements
   * that the database refuses in one.
   *
   * @return what was applied, with TG-2103 or TG-2104 if a migration failed, TG-2112 if one mixes
   *     statements that need a transaction with ones that refuse it, or what Flyway's validation
   *     found
   */
  public MigrationRun apply(
      MigrationDatabase database, MigrationFolder folder, MigrateOptions options) {
    var applied = new ArrayList<AppliedMigration>();
    for (var attempt = 0; ; attempt++) {
      var recorder = new RunRecorder();
      var configuration =
          FlywayConfiguration.of(database, folder, options.initSql(database.product()))
              .callbacks(recorder);
      if (options.rolesShared() && database.product() == Product.POSTGRESQL) {
        configuration.callbacks(recorder, new SharedRoles());
      }
      options.target().ifPresent(target -> configuration.target(target.toString()));
      try {
        quietly(() -> configuration.load().migrate());
        applied.addAll(recorder.applied());
        return new MigrationRun(applied, Optional.empty(), Optional.empty());
      } catch (FlywayException e) {
        applied.addAll(recorder.applied());
        if (attempt >= options.lockRetries() || !mayBeRetried(e)) {
          var failure = new MigrationFailure(database, folder, recorder, applied);
          return new MigrationRun(
              applied, Optional.of(failure.problem(e)), MigrationFailure.refused(e));
        }
        pause();
      } catch (TidegateException e) { // a file that cannot be read any more
        applied.addAll(recorder.applied());
        if (applied.isEmpty()) {
          throw e;
        }
        var failure = new MigrationFailure(database, folder, recorder, applied);
        var problem = e.problem().withState(failure.standing());
        return new MigrationRun(applied, Optional.of(problem), Optional.empty());
      }
    }
  }

  /**
   * Marks an existing database as being at a version, running nothing.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2108 if its history says otherwise
   */
  public void baseline(MigrationDatabase database, Version version, String description) {
    var empty = new MigrationFolder(java.nio.file.Path.of(""), List.of(), List.of(), List.of());
    FluentConfiguration configuration =
        FlywayConfiguration.of(database, empty, List.of())
            .baselineVersion(version.toString())
            .baselineDescription(description);
    try {
      quietly(() -> configuration.load().baseline());
    } catch (FlywayException e) {
      throw MigrationProblems.baselineRefused(version, MigrationFailure.words(e)).exception(e);
    }
  }

  /**
   * Runs a Flyway command with the class loader that has its plugins: in a Maven build the thread's
   * own is Maven's.
   */
  static <T> T quietly(Supplier<T> command) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(Migrator.class.getClassLoader());
    try {
      return command.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static boolean mayBeRetried(FlywayException e) {
    return e instanceof FlywayMigrateException failed
        && failed.isExecutableInTransaction()
        && MigrationFailure.cause(e)
            .map(DatabaseError::of)
            .filter(error -> error.sqlState().equals(LOCK_NOT_AVAILABLE))
            .isPresent();
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
