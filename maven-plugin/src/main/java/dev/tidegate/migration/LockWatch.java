package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.TidegateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks from a second connection who holds what a statement waits for, while it waits: afterwards
 * the server does not know it any more. The connection is opened when a statement takes longer than
 * a third of the lock timeout, so a deploy that meets nobody opens none.
 *
 * <p>https://www.postgresql.org/docs/current/functions-info.html, pg_blocking_pids.
 */
final class LockWatch implements AutoCloseable {
  private static final long LONGEST_MILLIS = 1_000;

  private static final String QUERY =
      """
      SELECT b.pid, coalesce(a.application_name, ''), coalesce(a.state, ''),
        coalesce(extract(epoch FROM clock_timestamp() - coalesce(a.state_change, a.backend_start)), 0),
        (SELECT l.relation::regclass::text FROM pg_locks l
          WHERE l.pid = ? AND NOT l.granted AND l.relation IS NOT NULL LIMIT 1)
      FROM unnest(pg_blocking_pids(?)) AS b(pid)
      LEFT JOIN pg_stat_activity a ON a.pid = b.pid
      ORDER BY b.pid LIMIT 3
      """;

  private final MigrationDatabase database;
  private final Supplier<OptionalInt> backend;
  private final RunRecorder.Clock busy;
  private final long interval;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Wait seen;

  /**
   * What a statement waited for.
   *
   * @param relation the table or index; empty where it waited for a transaction to end
   * @param holders who held it, in words
   */
  record Wait(Optional<String> relation, List<String> holders, long at) {}

  private LockWatch(
      MigrationDatabase database,
      Supplier<OptionalInt> backend,
      RunRecorder.Clock busy,
      Duration timeout) {
    this.database = database;
    this.backend = backend;
    this.busy = busy;
    this.interval = Math.max(10, Math.min(LONGEST_MILLIS, timeout.toMillis() / 3));
  }

  /** Watches one session until it is closed; on a database without sessions, nothing. */
  static LockWatch begin(
      MigrationDatabase database,
      Supplier<OptionalInt> backend,
      RunRecorder.Clock busy,
      Optional<Duration> timeout) {
    var watch = new LockWatch(database, backend, busy, timeout.orElse(Duration.ofSeconds(3)));
    if (database.product() == Product.POSTGRESQL && timeout.isPresent()) {
      var thread = new Thread(watch::watch, "tidegate lock watch");
      thread.setDaemon(true);
      thread.start();
    }
    return watch;
  }

  /** What was seen last, if that was of the statement that has just given up. */
  Optional<Wait> last() {
    var wait = seen;
    seen = null;
    return Optional.ofNullable(wait)
        .filter(
            it -> System.nanoTime() - it.at() < TimeUnit.MILLISECONDS.toNanos(3 * interval + 500));
  }

  private void watch() {
    Connection connection = null;
    try {
      while (!closed.await(interval, TimeUnit.MILLISECONDS)) {
        var pid = backend.get();
        if (pid.isPresent() && busy.idleNanos() > TimeUnit.MILLISECONDS.toNanos(interval)) {
          connection = connection == null ? database.opener().get() : connection;
          look(connection, pid.getAsInt()).ifPresent(wait -> seen = wait);
        }
      }
    } catch (SQLException | TidegateException unreachable) {
      // Who holds the lock is worth knowing, and not worth failing for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(connection);
    }
  }

  private static Optional<Wait> look(Connection connection, int pid) throws SQLException {
    var holders = new ArrayList<String>();
    var relation = Optional.<String>empty();
    try (var statement = connection.prepareStatement(QUERY)) {
      statement.setInt(1, pid);
      statement.setInt(2, pid);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          relation = Optional.ofNullable(rows.getString(5));
          holders.add(
              holder(
                  rows.getInt(1),
                  rows.getString(2),
                  rows.getString(3),
                  Duration.ofSeconds(rows.getLong(4))));
        }
      }
    }
    return holders.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wait(relation, List.copyOf(holders), System.nanoTime()));
  }

  /** One who holds a lock: {@code pid 4711, `psql`, idle in transaction for 12 min}. */
  static String holder(int pid, String application, String state, Duration since) {
    if (pid == 0) {
      return "a prepared transaction";
    }
    return "pid "
        + pid
        + (application.isEmpty() ? "" : ", `" + application + "`")
        + (state.isEmpty() ? "" : ", " + state + " for " + words(since));
  }

  static String words(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h";
    }
    return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }

  private static void close(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException gone) {
      // It is closed.
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
