package dev.tidegate.migration;

import dev.tidegate.jdbc.DatabaseError;
import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.TidegateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Finds out over a new connection what became of a migration whose connection died. A migration and
 * its row of the history are one transaction, so once the old session has ended on the server, the
 * row tells the truth.
 *
 * @param database where
 * @param folder of the migrations
 * @param backends the processes that served the old connections
 * @param said is told that it waits
 */
record LostConnection(
    MigrationDatabase database,
    MigrationFolder folder,
    List<Integer> backends,
    Consumer<String> said) {
  private static final long REACH_SECONDS = 30;
  private static final long LEAVE_MILLIS = 2_000;
  private static final long PAUSE_MILLIS = 250;

  /**
   * Looks.
   *
   * @param applied takes the migration if it was applied after all
   * @return why the run has to end; empty if it can go on
   */
  Optional<MigrationRun> resolve(
      RuntimeException e, RunRecorder recorder, List<AppliedMigration> applied, String standing) {
    var script = recorder.current().map(MigrationInfo::getScript);
    var detail =
        MigrationFailure.cause(e).map(it -> DatabaseError.of(it).lines()).orElse(List.of());
    if (!sessionsEnded()) {
      return ended(applied, MigrationProblems.lostForGood(script, detail, standing));
    }
    if (script.isEmpty()) {
      return ended(applied, MigrationProblems.lostBetween(detail, standing));
    }
    var history = MigrationHistory.read(database, folder);
    var there =
        history.with(MigrationStatus.APPLIED).stream()
            .anyMatch(entry -> entry.script().equals(script.get()));
    if (there) {
      said.accept(
          script.get()
              + " was applied after all: the connection was lost after the server had committed it");
      recorder.uncommitted().ifPresent(applied::add);
      return Optional.empty();
    }
    return ended(
        applied,
        progress(script.get())
            .map(it -> MigrationProblems.lostHalfway(script.get(), detail, it.text()))
            .orElseGet(() -> MigrationProblems.lostAndRolledBack(script.get(), detail, standing)));
  }

  private static Optional<MigrationRun> ended(List<AppliedMigration> applied, Problem why) {
    return Optional.of(new MigrationRun(applied, Optional.of(why), Optional.empty()));
  }

  private Optional<Progress> progress(String script) {
    try (var connection = database.opener().get()) {
      return Progress.read(connection, database.product(), database.schema()).stream()
          .filter(it -> it.script().equals(script))
          .findFirst();
    } catch (SQLException e) {
      throw MigrationProblems.historyUnreadable(List.of(String.valueOf(e.getMessage())))
          .exception(e);
    }
  }

  /**
   * Waits until the old sessions are gone, and ends them when they do not go by themselves: a
   * server may not notice for hours that nobody listens, and go on working.
   *
   * @return whether the server can be reached and they are gone
   */
  private boolean sessionsEnded() {
    said.accept("the connection was lost; asking the server over a new one what it did last");
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(REACH_SECONDS);
    var leave = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAVE_MILLIS);
    while (System.nanoTime() - deadline < 0) {
      try (var connection = database.opener().get()) {
        if (areGone(connection, System.nanoTime() - leave > 0)) {
          return true;
        }
      } catch (SQLException | TidegateException unreachable) {
        // The server may be starting again.
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  /**
   * As the user of the session, whose sessions the old ones are: a role that works as another may
   * not end its own otherwise. https://www.postgresql.org/docs/current/sql-set-role.html
   */
  private boolean areGone(Connection connection, boolean end) throws SQLException {
    if (database.product() != Product.POSTGRESQL) {
      return true;
    }
    var sql =
        "SELECT "
            + (end ? "pg_terminate_backend(pid)" : "pid")
            + " FROM pg_stat_activity WHERE pid = ANY (?) AND datname = current_database()"
            + " AND usename = session_user AND pid <> pg_backend_pid()";
    connection.setAutoCommit(false);
    try (var role = connection.createStatement();
        var statement = connection.prepareStatement(sql)) {
      role.execute("SET LOCAL ROLE NONE");
      statement.setArray(1, connection.createArrayOf("int4", backends.toArray()));
      try (var rows = statement.executeQuery()) {
        return !rows.next();
      }
    } finally {
      connection.rollback();
    }
  }
}
