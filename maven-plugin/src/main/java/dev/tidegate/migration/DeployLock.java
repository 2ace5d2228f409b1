package dev.tidegate.migration;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.TidegateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Keeps a second deploy of the same history out for as long as the first one runs, from before it
 * reads the history until everything is verified. Ends with its holder's process, however that
 * ends: PostgreSQL's session or the operating system gives it back.
 *
 * <p>Flyway's own lock is held a migration at a time, against a plain Flyway that runs meanwhile;
 * two deploys that only had that one could each decide on a history that the other one changes.
 */
public abstract class DeployLock implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;

  private boolean waited;

  DeployLock() {}

  /** For a run that changes nothing. */
  public static DeployLock none() {
    return new DeployLock() {
      @Override
      boolean tryTake() {
        return true;
      }

      @Override
      String holder() {
        return "";
      }

      @Override
      boolean isHeld() {
        return true;
      }

      @Override
      boolean takeAgain() {
        return true;
      }

      @Override
      public void close() {}
    };
  }

  /** Whether another deploy had it first, and so may have changed what was known before. */
  public boolean waited() {
    return waited;
  }

  /**
   * Takes it, waiting for whoever has it.
   *
   * @param schema where the history is
   * @param wait how long
   * @param said is told who is waited for
   * @throws dev.tidegate.problem.TidegateException TG-2113 if it is still held then
   */
  public static DeployLock take(
      ConnectionSettings settings, Optional<String> schema, Duration wait, Consumer<String> said) {
    try {
      var lock =
          settings.product() == Product.POSTGRESQL
              ? PostgresDeployLock.open(settings, schema)
              : new SqliteDeployLock(settings);
      return waiting(lock, wait, said);
    } catch (SQLException e) {
      throw MigrationProblems.lockUnusable(String.valueOf(e.getMessage())).exception(e);
    }
  }

  private static DeployLock waiting(DeployLock lock, Duration wait, Consumer<String> said)
      throws SQLException {
    var deadline = System.nanoTime() + wait.toNanos();
    var named = "";
    try {
      while (!lock.tryTake()) {
        lock.waited = true;
        var holder = lock.holder();
        if (System.nanoTime() - deadline >= 0) {
          throw MigrationProblems.deployRunning(holder).exception();
        }
        if (!holder.equals(named)) {
          said.accept(
              "another deploy is running (%s); waiting up to %s for it"
                  .formatted(holder, Retries.seconds(wait.toMillis())));
          named = holder;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return lock;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      lock.close();
      throw MigrationProblems.deployRunning(named).exception(e);
    } catch (SQLException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Makes sure that nobody else can be at work. Where its connection was ended meanwhile, it is
   * taken again, if that can be done at once and nobody has used the time.
   *
   * @param unchanged looks whether the history is what this deploy has made of it
   * @throws dev.tidegate.problem.TidegateException TG-2113 if another deploy may have begun
   */
  public void refuseUnlessHeld(BooleanSupplier unchanged) {
    var why = "another deploy has it now";
    try {
      if (isHeld()) {
        return;
      }
      if (takeAgain()) {
        if (unchanged.getAsBoolean()) {
          return;
        }
        why = "another deploy had it meanwhile: the history is not what this one left";
      }
    } catch (SQLException | TidegateException e) {
      why = "it cannot be taken again: " + e.getMessage();
    }
    throw MigrationProblems.lockLost(why).exception();
  }

  /** Asks whether it is still there. */
  abstract boolean isHeld();

  /** Takes it once more after it was lost, without waiting. */
  abstract boolean takeAgain() throws SQLException;

  /** Takes it if nobody has it. */
  abstract boolean tryTake() throws SQLException;

  /** Who has it, in words. */
  abstract String holder() throws SQLException;

  @Override
  public abstract void close();
}
