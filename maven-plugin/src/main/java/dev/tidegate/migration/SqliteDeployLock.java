package dev.tidegate.migration;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.FileLocks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file beside the database, {@code app.db-tidegate.lock}, which the operating system
 * gives back when its holder dies. A lock within the database would have to be a transaction, which
 * would keep everybody out. The file stays: were it removed, one that waits on the old file and one
 * that makes a new one would both believe they have it.
 */
final class SqliteDeployLock extends DeployLock {
  private final Path file;
  private final Path words;
  private FileLocks.@Nullable Held held;

  SqliteDeployLock(ConnectionSettings settings) {
    var database = real(Path.of(settings.url().database()).toAbsolutePath());
    file = database.resolveSibling(database.getFileName() + "-tidegate.lock");
    words = database.resolveSibling(database.getFileName() + "-tidegate.holder");
  }

  /** One lock for one file, by whichever of its names it is called. */
  private static Path real(Path database) {
    try {
      return database.toRealPath();
    } catch (IOException notThere) {
      return database;
    }
  }

  @Override
  boolean tryTake() throws SQLException {
    try {
      held = FileLocks.tryTake(file).orElse(null);
      if (held == null) {
        return false;
      }
      Files.writeString(
          words,
          "pid %d, since %s"
              .formatted(
                  ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
      return true;
    } catch (IOException e) {
      throw new SQLException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Without its file, the next deploy would make another one. */
  @Override
  boolean isHeld() {
    return held != null && held.lock().isValid() && Files.exists(file);
  }

  @Override
  boolean takeAgain() throws SQLException {
    close();
    return tryTake();
  }

  @Override
  String holder() {
    try {
      return Optional.of(Files.readString(words, StandardCharsets.UTF_8))
          .filter(text -> !text.isBlank())
          .orElse("its process is not known");
    } catch (IOException justEnded) {
      return "its process is not known";
    }
  }

  @Override
  public void close() {
    var mine = held;
    held = null;
    if (mine == null) {
      return;
    }
    try {
      Files.deleteIfExists(words);
      mine.close();
    } catch (IOException e) {
      throw MigrationProblems.lockUnusable(String.valueOf(e.getMessage())).exception(e);
    }
  }
}
