package dev.tidegate.source;

import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The states between pending migrations, one after the other in a scratch database, so that each
 * file can be judged by what it changes.
 */
public final class PendingStates {
  private final Scratch scratch;
  private final ScratchBuilder builder;

  /**
   * Steps through scratch databases.
   *
   * @param namespace where names without one belong; empty for the database's own default
   */
  public PendingStates(Scratch scratch, Optional<String> namespace) {
    this.scratch = scratch;
    this.builder = new ScratchBuilder(scratch, namespace);
  }

  /** Looks at the database while it stands still. */
  public interface Observer {

    /** The database holds what the migrations before the first pending one build. */
    void before(Connection connection) throws SQLException;

    /** The database holds in addition what this migration did. */
    void after(MigrationFile file, Connection connection) throws SQLException;

    /**
     * All migrations have run; neither database is to be changed.
     *
     * @param start holds what there was before the first of them
     * @param result holds what they led to
     */
    default void finished(Scratch scratch, ScratchDatabase start, ScratchDatabase result) {}

    /** Whether it wants to run the migrations once more by itself. */
    default boolean runsAgain() {
      return false;
    }

    /**
     * All migrations have run.
     *
     * @param copy a database that holds what there was before the first of them
     */
    default void again(List<MigrationFile> files, ScratchDatabase copy) throws SQLException {}
  }

  /**
   * Applies the pending migrations one at a time.
   *
   * @param folder all files that matter: applied, or taken as contained in a baseline, or pending
   * @param pending those of the folder that are to be applied, in the order of application
   * @throws dev.tidegate.problem.TidegateException TG-2103, TG-2104 or TG-2112 if one does not run
   */
  public void walk(MigrationFolder folder, List<MigrationFile> pending, Observer observer) {
    var waiting = new HashSet<>(pending);
    var start = builder.migrations(folder.only(file -> !waiting.contains(file)));
    try (var applied = start.database();
        var database = scratch.copyOf(applied)) {
      look(database, observer::before);
      for (var file : pending) {
        waiting.remove(file);
        builder.migrate(database, folder.only(known -> !waiting.contains(known)));
        look(database, connection -> observer.after(file, connection));
      }
      observer.finished(scratch, applied, database);
      if (!pending.isEmpty() && observer.runsAgain()) {
        try (var copy = scratch.copyOf(applied)) {
          again(pending, copy, observer);
        }
      }
    }
  }

  /**
   * Applies the pending migrations one at a time to a database that was adopted.
   *
   * @param adopted holds what was there and the baseline
   * @throws dev.tidegate.problem.TidegateException TG-2103, TG-2104 or TG-2112 if one does not run
   */
  public void walkFrom(
      ScratchDatabase adopted,
      MigrationFolder folder,
      List<MigrationFile> pending,
      Observer observer) {
    if (!observer.runsAgain()) {
      follow(adopted, folder, pending, observer);
      return;
    }
    try (var copy = scratch.copyOf(adopted)) {
      follow(adopted, folder, pending, observer);
      observer.finished(scratch, copy, adopted);
      again(pending, copy, observer);
    }
  }

  private void follow(
      ScratchDatabase adopted,
      MigrationFolder folder,
      List<MigrationFile> pending,
      Observer observer) {
    look(adopted, observer::before);
    var done = new HashSet<MigrationFile>();
    for (var file : pending) {
      done.add(file);
      builder.migrate(adopted, folder.only(done::contains));
      look(adopted, connection -> observer.after(file, connection));
    }
  }

  private static void again(List<MigrationFile> pending, ScratchDatabase copy, Observer observer) {
    try {
      observer.again(pending, copy);
    } catch (SQLException e) {
      throw SourceProblems.databaseError("the scratch database", e).exception(e);
    }
  }

  /** What an observer does with a connection. */
  private interface Look {
    void at(Connection connection) throws SQLException;
  }

  private static void look(ScratchDatabase database, Look look) {
    try (var connection = database.connect()) {
      look.at(connection);
    } catch (SQLException e) {
      throw SourceProblems.databaseError("the scratch database", e).exception(e);
    }
  }
}
