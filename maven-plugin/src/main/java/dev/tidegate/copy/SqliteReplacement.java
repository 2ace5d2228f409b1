package dev.tidegate.copy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file beside a SQLite database that is filled in its place. A database that is there takes its
 * pages over in one transaction, so that it stays the file that others may have open; a new one
 * comes by a rename. While the file is filled, nobody else can write to the original.
 */
final class SqliteReplacement implements AutoCloseable {
  private final Path original;
  private final Path file;
  private final Optional<SqliteLock> lock;
  private final Connection connection;

  private SqliteReplacement(
      Path original, Path file, Optional<SqliteLock> lock, Connection connection) {
    this.original = original;
    this.file = file;
    this.lock = lock;
    this.connection = connection;
  }

  /** Copies the database, if there is one, and opens the copy. */
  static SqliteReplacement begin(ConnectionSettings settings) throws SQLException {
    var original = SqliteFile.of(settings);
    if (SqliteFile.hasHotJournal(original)) {
      throw CopyProblems.targetInUse(original).exception();
    }
    var lock =
        Files.exists(original)
            ? Optional.of(SqliteLock.take(settings))
            : Optional.<SqliteLock>empty();
    try {
      var file = emptyPlace(original);
      if (lock.isPresent()) {
        lock.get().copyTo(file);
      }
      return new SqliteReplacement(original, file, lock, open(settings, file));
    } catch (SQLException | RuntimeException e) {
      if (lock.isPresent()) {
        lock.get().close();
      }
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  /** Makes the original what the copy is, durably. */
  void takePlace() throws IOException, SQLException {
    connection.close();
    if (lock.isPresent()) {
      lock.get().replaceBy(file);
      return;
    }
    if (Files.exists(original)) { // made meanwhile by somebody who has it open
      throw CopyProblems.targetInUse(original).exception();
    }
    sync(file);
    Files.move(file, original, StandardCopyOption.ATOMIC_MOVE);
    var folder = original.toAbsolutePath().getParent();
    if (folder != null && !System.getProperty("os.name", "").startsWith("Windows")) {
      sync(folder);
    }
  }

  @Override
  public void close() throws SQLException {
    if (!connection.isClosed()) {
      connection.close();
    }
    if (lock.isPresent()) {
      lock.get().close();
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path emptyPlace(Path original) {
    var file = original.resolveSibling(prefix(original) + ProcessHandle.current().pid());
    try {
      var folder = original.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.deleteIfExists(file);
      sweep(original);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String prefix(Path original) {
    return original.getFileName() + ".tidegate-";
  }

  /** Deletes what runs that were killed have left. */
  private static void sweep(Path original) throws IOException {
    var leftover = Pattern.compile(Pattern.quote(prefix(original)) + "([0-9]{1,18})(-journal)?");
    var folder = original.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var left = leftover.matcher(String.valueOf(file.getFileName()));
        if (left.matches() && ProcessHandle.of(Long.parseLong(left.group(1))).isEmpty()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Connection open(ConnectionSettings settings, Path file) throws SQLException {
    var beside = ConnectionSettings.of(settings.url().at(file), settings.origin());
    var connection = Connections.open(beside);
    // A crash leaves a file that nobody looks at, so nothing is journalled or synced on the way.
    // Off inside of a transaction these would do nothing: https://www.sqlite.org/pragma.html
    Sql.execute(connection, "PRAGMA journal_mode = OFF");
    Sql.execute(connection, "PRAGMA synchronous = OFF");
    Sql.execute(connection, "PRAGMA foreign_keys = OFF");
    connection.setAutoCommit(false);
    return connection;
  }

  private static void sync(Path path) throws IOException {
    var option = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (var channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
