package dev.tidegate.scratch;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * SQLite databases in a temporary folder that only this user may enter. They are files and not in
 * memory because several connections work on one of them (Flyway opens its own), which memory
 * allows only through the shared cache, <a href="https://sqlite.org/sharedcache.html">whose use is
 * discouraged</a> and whose locks differ. A journal in memory and no sync make files as fast.
 */
final class TemporarySqlite implements Scratch {
  private final Dialect dialect;
  private final boolean restricted;
  private final Path folder;
  private final ShutdownStop atShutdown;

  private TemporarySqlite(Dialect dialect, boolean restricted, Path folder) {
    this.dialect = dialect;
    this.restricted = restricted;
    this.folder = folder;
    this.atShutdown = new ShutdownStop(this::deleteAll);
  }

  static TemporarySqlite open(Dialect dialect, ScratchSettings settings) {
    try {
      sweep();
      var folder = Files.createTempDirectory(RunName.ofThisRun().databaseName() + "_");
      return new TemporarySqlite(dialect, settings.restricted(), folder);
    } catch (IOException e) {
      throw ScratchProblems.notStarted(String.valueOf(e)).exception(e);
    }
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public String version() {
    try (var database = create();
        var connection = database.connect()) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw ScratchProblems.databaseError("asking for the version", e).exception(e);
    }
  }

  @Override
  public ScratchDatabase create() {
    var file = folder.resolve(RandomText.name() + ".db");
    return new SqliteFile(file, settings(file), restricted);
  }

  @Override
  public ScratchDatabase copyOf(ScratchDatabase original) {
    var copy = create();
    var from = Path.of(original.settings().url().database());
    try {
      if (Files.exists(from)) {
        Files.copy(from, Path.of(copy.settings().url().database()));
      }
    } catch (IOException e) {
      throw ScratchProblems.databaseError("copying", e).exception(e);
    }
    return copy;
  }

  /** Nothing is kept: running the files again takes SQLite a few milliseconds. */
  @Override
  public Optional<Kept> recall(String key) {
    return Optional.empty();
  }

  @Override
  public ScratchDatabase keep(String key, ScratchDatabase state, List<String> notes) {
    return state;
  }

  @Override
  public void provideRole(String name) {
    throw ScratchProblems.rolesNotProvided(name).exception();
  }

  @Override
  public void provideExtension(ScratchDatabase database, WantedExtension extension) {
    throw ScratchProblems.extensionRestricted(extension.name()).exception();
  }

  @Override
  public void close() {
    atShutdown.stopNow();
  }

  /** Deletes what killed runs left. */
  private static void sweep() throws IOException {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (var folders = Files.newDirectoryStream(temporary, RunName.PREFIX + "*")) {
      for (var left : folders) {
        var over = RunName.of(left.getFileName().toString()).filter(RunName::isOver).isPresent();
        if (over && Files.isWritable(left)) {
          FileTrees.delete(left);
        }
      }
    }
  }

  private void deleteAll() {
    try {
      FileTrees.delete(folder);
    } catch (IOException e) {
      throw ScratchProblems.databaseError("deleting " + folder, e).exception(e);
    }
  }

  private ConnectionSettings settings(Path file) {
    var parameters = new TreeMap<String, String>();
    parameters.put("journal_mode", "MEMORY");
    parameters.put("synchronous", "OFF");
    if (restricted) {
      // ATTACH and VACUUM INTO write any file: https://sqlite.org/c3ref/c_limit_attached.html
      parameters.put("limit_attached", "0");
    }
    return ConnectionSettings.of(
        new DatabaseUrl(
            Product.SQLITE,
            "",
            0,
            file.toAbsolutePath().toString(),
            Optional.empty(),
            Optional.empty(),
            parameters),
        "the scratch database");
  }

  /** One database file. */
  private record SqliteFile(Path file, ConnectionSettings settings, boolean restricted)
      implements ScratchDatabase {
    @Override
    public Connection connect() {
      var connection = Connections.open(settings);
      return restricted ? SqliteGuard.around(connection) : connection;
    }

    @Override
    public void close() {
      try {
        for (var suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
          Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
      } catch (IOException e) {
        throw ScratchProblems.databaseError("deleting " + file, e).exception(e);
      }
    }
  }
}
