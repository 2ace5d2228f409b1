package dev.tidegate.migration;

import dev.tidegate.jdbc.ErrorKind;
import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.TidegateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** One run of Flyway over a folder, begun again as often as what stopped it passes. */
final class Application {
  private final MigrationDatabase database;
  private final MigrationFolder folder;
  private final MigrateOptions options;
  private final Consumer<String> said;
  private final Consumer<List<AppliedMigration>> before;
  private final Sessions sessions = new Sessions();
  private final List<AppliedMigration> applied = new ArrayList<>();
  private RunRecorder recorder = new RunRecorder(() -> {});
  private int attempt;
  private boolean tookFailuresBack;

  Application(
      MigrationDatabase database,
      MigrationFolder folder,
      MigrateOptions options,
      Consumer<String> said,
      Consumer<List<AppliedMigration>> before) {
    this.before = before;
    this.database = database;
    this.folder = folder;
    this.options = options;
    this.said = said;
  }

  /** Runs until everything is applied, or something stands in the way that does not pass. */
  MigrationRun run() {
    try (var stop = Stop.begin(sessions::open, said)) {
      try {
        var ended = Optional.<MigrationRun>empty();
        while (ended.isEmpty()) {
          ended = attempt(stop);
        }
        stop.remains(remains(ended.get()));
        return ended.get();
      } catch (TidegateException e) {
        stop.remains(remains(e.problem()));
        throw e;
      }
    }
  }

  /** A short migration slips between two cancellations, so the signal is heeded before each. */
  private void mayGoOn(Stop stop) {
    var all = new ArrayList<>(applied);
    all.addAll(recorder.applied());
    before.accept(all);
    if (stop.requested()) {
      throw MigrationProblems.stopped().exception();
    }
  }

  private static String remains(MigrationRun run) {
    return run.failure()
        .map(Application::remains)
        .orElse(run.applied().size() + " migrations were applied, none is running");
  }

  private static String remains(Problem problem) {
    return problem.summary() + "; " + problem.state().orElse("");
  }

  /** Empty if it is worth another. */
  private Optional<MigrationRun> attempt(Stop stop) {
    recorder = new RunRecorder(() -> mayGoOn(stop));
    try (var watch =
        LockWatch.begin(database, sessions::backend, recorder.clock(), options.lockTimeout())) {
      var retries = new Retries(options, watch::last, said, stop);
      boolean stepwise;
      try {
        stepwise = migrate(retries);
        recorder.committed();
        applied.addAll(recorder.applied());
      } catch (FlywayException | TidegateException e) {
        applied.addAll(recorder.applied());
        attempt = recorder.applied().isEmpty() ? attempt : 0;
        return after(e, retries);
      }
      // everything is applied: what goes wrong from here on is no failure of the run
      tidy(stepwise);
      return Optional.of(new MigrationRun(applied, Optional.empty(), Optional.empty()));
    }
  }

  private boolean migrate(Retries retries) {
    var product = database.product();
    var stepwise = new StepwiseRun(product, retries, recorder, options.resumeAt());
    var callbacks = new ArrayList<Callback>(List.of(recorder));
    if (options.rolesShared() && product == Product.POSTGRESQL) {
      callbacks.add(new SharedRoles());
    }
    if (product == Product.SQLITE) {
      callbacks.add(new ForeignKeyCheck(database));
    }
    var configuration =
        FlywayConfiguration.of(sessions.noting(database), folder, options.initSql(product))
            .skipDefaultResolvers(true)
            .resolvers(new StepwiseResolver(stepwise))
            .callbacks(callbacks.toArray(Callback[]::new));
    options.target().ifPresent(target -> configuration.target(target.toString()));
    Migrator.quietly(() -> configuration.load().migrate());
    return recorder.wasStepwise();
  }

  private Optional<MigrationRun> after(RuntimeException e, Retries retries) {
    if (MigrationFailure.isLost(e)) {
      return new LostConnection(database, folder, sessions.backends(), said)
          .resolve(e, recorder, applied, standing());
    }
    var refused = MigrationFailure.known(e);
    if (refused.isPresent()) {
      return Optional.of(refused(refused.get()));
    }
    var failed = (FlywayException) e;
    if (failed instanceof FlywayValidateException && takeFailuresBack()) {
      return Optional.empty();
    }
    if (mayBeRetried(failed)
        && retries.again(
            script(failed), ErrorKind.of(MigrationFailure.cause(e).orElseThrow()), attempt)) {
      attempt++;
      return Optional.empty();
    }
    return Optional.of(
        new MigrationRun(
            applied, Optional.of(failure().problem(failed)), MigrationFailure.refused(failed)));
  }

  private String script(FlywayException e) {
    return e instanceof FlywayMigrateException failed
        ? failed.getMigration().getScript()
        : recorder.current().map(MigrationInfo::getScript).orElse("the history");
  }

  /** A migration that runs statement by statement has tried each of them again by itself. */
  private static boolean mayBeRetried(FlywayException e) {
    var kind = MigrationFailure.cause(e).map(ErrorKind::of);
    return kind.filter(ErrorKind::passes).isPresent()
        && !(e instanceof FlywayMigrateException failed && !failed.isExecutableInTransaction());
  }

  private MigrationFailure failure() {
    return new MigrationFailure(database, folder, recorder, applied, recorder.invalidBefore());
  }

  private String standing() {
    return failure().standing();
  }

  /** A file that cannot be read any more, or a migration that cannot be resumed. */
  private MigrationRun refused(TidegateException e) {
    if (applied.isEmpty()) {
      throw e;
    }
    Problem problem = e.problem();
    var state = problem.state().map(it -> it + "; ").orElse("") + standing();
    return new MigrationRun(applied, Optional.of(problem.withState(state)), Optional.empty());
  }

  /**
   * Flyway refuses a history with a failed row. Where the journal knows how far that migration
   * came, the row is taken back and the migration goes on.
   */
  private boolean takeFailuresBack() {
    if (tookFailuresBack) {
      return false;
    }
    tookFailuresBack = true;
    try (var connection = database.opener().get()) {
      return Journal.at(connection, database.product(), database.schema())
          .takeFailuresBack(folder.scripts());
    } catch (SQLException e) {
      throw MigrationProblems.historyUnreadable(List.of(String.valueOf(e.getMessage())))
          .exception(e);
    }
  }

  /** The journal has done its work when the history has the migration. */
  private void tidy(boolean stepwise) {
    if (!stepwise) {
      return;
    }
    try (var connection = database.opener().get()) {
      Journal.at(connection, database.product(), database.schema()).tidy();
    } catch (SQLException | TidegateException e) {
      // What is left over is recognised as finished, and goes with the next such migration.
      said.accept("the table " + Journal.TABLE + " could not be removed: " + e.getMessage());
    }
  }
}
