package dev.tidegate.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Locks on files, which the operating system releases when their process dies. */
public final class FileLocks {
  private static final int RETRY_MILLIS = 20;
  private static final int LIMIT_MINUTES = 15;

  private FileLocks() {}

  /** One lock that is held; closing it releases it. */
  public record Held(String name, FileLock lock) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try {
        lock.acquiredBy().close();
      } finally {
        System.getProperties().remove(name);
      }
    }
  }

  /** Takes the lock when nobody holds it, in this process or in another. */
  public static Optional<Held> tryTake(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var name = "tidegate.lock." + file.toAbsolutePath().normalize();
    // Closing any channel of a file releases all locks that this process has on it (see FileLock),
    // so a second taker must not even open it. System properties are what all class loaders share.
    if (System.getProperties().putIfAbsent(name, "held") != null) {
      return Optional.empty();
    }
    var held = Optional.<Held>empty();
    try {
      held = lock(file).map(lock -> new Held(name, lock));
    } finally {
      if (held.isEmpty()) {
        System.getProperties().remove(name);
      }
    }
    return held;
  }

  /**
   * Takes the lock, waiting for it.
   *
   * @throws IOException when another still holds it after {@value #LIMIT_MINUTES} minutes, which is
   *     longer than any download under it takes
   */
  public static Held take(Path file) throws IOException {
    var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(LIMIT_MINUTES);
    while (System.nanoTime() - limit < 0) {
      var held = tryTake(file);
      if (held.isPresent()) {
        return held.get();
      }
      try {
        Thread.sleep(RETRY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for " + file, e);
      }
    }
    throw new IOException(file + " was locked by another run for " + LIMIT_MINUTES + " minutes");
  }

  private static Optional<FileLock> lock(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      var lock = Optional.ofNullable(channel.tryLock());
      if (lock.isEmpty()) {
        channel.close();
      }
      return lock;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
