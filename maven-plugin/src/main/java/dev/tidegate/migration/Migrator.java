package dev.tidegate.migration;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Applies migrations through Flyway. Holds nothing between calls. */
public final class Migrator {
  private final Consumer<String> said;
  private final Consumer<List<AppliedMigration>> before;

  /** One that says nothing while it works. */
  public Migrator() {
    this(line -> {});
  }

  /**
   * One that tells what it waits for.
   *
   * @param said takes a line at a time, from any thread
   */
  public Migrator(Consumer<String> said) {
    this(said, applied -> {});
  }

  /**
   * One that asks before it goes on.
   *
   * @param said takes a line at a time, from any thread
   * @param before is told what is applied so far, before each migration and each statement outside
   *     of a transaction; what it throws ends the run there
   */
  public Migrator(Consumer<String> said, Consumer<List<AppliedMigration>> before) {
    this.said = said;
    this.before = before;
  }

  /**
   * Applies what is pending. Each migration is a transaction of its own, with its row of the
   * history, unless it holds statements that the database refuses in one: such a migration runs
   * statement by statement, and a later call goes on where this one stopped.
   *
   * @return what was applied, with TG-2103 or TG-2104 if a migration failed, TG-2112 if one mixes
   *     statements that need a transaction with ones that refuse it, TG-2114 or TG-2115 if one
   *     cannot be resumed, TG-2116 if the connection was lost, or what Flyway's validation found
   */
  public MigrationRun apply(
      MigrationDatabase database, MigrationFolder folder, MigrateOptions options) {
    return new Application(database, folder, options, said, before).run();
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
}
