package dev.tidegate.copy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
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
 * A file beside a SQLite database that is filled and then takes its place by a rename, which the
 * file system does at once or not at all. While it is filled, nobody else can write to the
 * original.
 */
final class SqliteReplacement implements AutoCloseable {
  private final Path original;
  private final Path file;
  private final Optional<Connection> lock;
  private final Connection connection;

  private SqliteReplacement(
      Path original, Path file, Optional<Connection> lock, Connection connection) {
    this.original = original;
    this.file = file;
    this.lock = lock;
    this.connection = connection;
  }

  /** Copies the database, if there is one, and opens the copy. */
  static SqliteReplacement begin(ConnectionSettings settings) throws SQLException {
    var original = SqliteFile.of(settings);
    if (SqliteFile.hasHotJournal(original) || SqliteFile.hasLog(original)) {
      throw CopyProblems.targetInUse(original).exception();
    }
    var exists = SqliteFile.exists(original);
    var lock = exists ? Optional.of(lock(settings)) : Optional.<Connection>empty();
    var file = original.resolveSibling(prefix(original) + ProcessHandle.current().pid());
    try {
      var folder = original.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.deleteIfExists(file);
      sweep(original);
      if (exists) {
        Files.copy(original, file, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SqliteReplacement(original, file, lock, open(settings, file));
  }

  Connection connection() {
    return connection;
  }

  /** Makes the copy durable and puts it in the place of the original. */
  void takePlace() throws IOException, SQLException {
    connection.close();
    sync(file);
    Files.move(file, original, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

  private static String prefix(Path original) {
    return original.getFileName() + ".tidegate-";
  }

  /** Deletes what runs that were killed have left. */
  private static void sweep(Path original) throws IOException {
    var prefix = prefix(original);
    var folder = original.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = String.valueOf(file.getFileName());
        if (name.matches(Pattern.quote(prefix) + "[0-9]{1,18}")
            && ProcessHandle.of(Long.parseLong(name.substring(prefix.length()))).isEmpty()) {
          Files.delete(file);
        }
      }
    }
  }

  /** https://www.sqlite.org/lang_transaction.html#immediate */
  private static Connection lock(ConnectionSettings settings) throws SQLException {
    var connection = Connections.open(settings);
    Sql.execute(connection, "BEGIN IMMEDIATE");
    return connection;
  }

  private static Connection open(ConnectionSettings settings, Path file) throws SQLException {
    var url = settings.url();
    var beside =
        new DatabaseUrl(
            url.product(),
            url.host(),
            url.port(),
            file.toString(),
            url.user(),
            url.password(),
            url.parameters());
    var connection = Connections.open(ConnectionSettings.of(beside, settings.origin()));
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
