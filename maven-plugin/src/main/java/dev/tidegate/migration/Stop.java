package dev.tidegate.migration;

import dev.tidegate.jdbc.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run in order when the JVM is told to end (SIGTERM, Ctrl-C): the statement that runs is
 * stopped on the server, the migration rolls back, and one line says what remains. The JVM ends as
 * the signal wants it, after {@value #LIMIT_MILLIS} ms at the latest.
 */
final class Stop implements AutoCloseable {
  private static final long LIMIT_MILLIS = 10_000;
  private static final long AGAIN_MILLIS = 200;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Supplier<List<Session>> sessions;
  private final Consumer<String> said;
  private final Thread hook = new Thread(this::stop, "tidegate stop");
  private volatile @Nullable String remains;

  private Stop(Supplier<List<Session>> sessions, Consumer<String> said) {
    this.sessions = sessions;
    this.said = said;
  }

  /** From now on until it is closed. */
  static Stop begin(Supplier<List<Session>> sessions, Consumer<String> said) {
    var stop = new Stop(sessions, said);
    try {
      Runtime.getRuntime().addShutdownHook(stop.hook);
    } catch (IllegalStateException ending) {
      stop.requested.countDown();
    }
    return stop;
  }

  /** Whether the JVM is ending. */
  boolean requested() {
    return requested.getCount() == 0;
  }

  /** Nothing new is begun once the JVM is told to end. */
  void refuseToBegin() {
    if (requested()) {
      throw new FlywayException("stopped by a signal");
    }
  }

  /** Waits; less if the JVM is told to end meanwhile, which is what it returns. */
  boolean await(Duration time) {
    try {
      return requested.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Says what is true of the database when the run is over. */
  void remains(String state) {
    remains = state;
  }

  private void stop() {
    requested.countDown();
    var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
    try {
      do {
        sessions.get().forEach(Stop::cancel);
      } while (!ended.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS)
          && System.nanoTime() - deadline < 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var known = remains;
    said.accept(
        "stopped by a signal: "
            + (known == null
                ? "the database had not answered after 10 s; mvn tidegate:status tells what remains"
                : known));
  }

  /** Said again and again, since a statement may begin between two of them. */
  private static void cancel(Session session) {
    try {
      session.cancel();
    } catch (SQLException unreachable) {
      // Then there is nothing that it could run.
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The hook is running and says its line.
    }
  }
}
