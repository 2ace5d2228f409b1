package dev.tidegate.scratch;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.problem.TidegateException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;

/**
 * A server of our own on this machine, on a data folder of the pool, until it is closed or this
 * program ends.
 */
final class EmbeddedPostgres implements PostgresServer {
  private static final String LOOPBACK = "127.0.0.1";

  private final DataFolder folder;
  private final PostgresProcess process;
  private final PostgresDatabases databases;
  private final ShutdownStop atShutdown;

  private EmbeddedPostgres(
      DataFolder folder, PostgresProcess process, PostgresDatabases databases) {
    this.folder = folder;
    this.process = process;
    this.databases = databases;
    this.atShutdown = new ShutdownStop(this::stop);
  }

  /** Starts it, after fetching and initialising what no earlier run did. */
  static EmbeddedPostgres start(ScratchSettings settings) {
    try {
      Files.createDirectories(settings.cache());
      var launcher = Launcher.choose(settings.cache());
      var base = launcher.reachable(settings.cache()).resolve("postgres");
      Files.createDirectories(base);
      var binaries = PostgresBinaries.unpacked(settings, base);
      var trust = Trust.of(settings);
      var pool = base.resolve(binaries.folder().getFileName() + "-" + trust.label());
      var programs = new ServerPrograms(binaries, launcher);
      return start(DataFolder.take(programs, pool, trust.superuser()), trust);
    } catch (IOException e) {
      throw ScratchProblems.notStarted(String.valueOf(e)).exception(e);
    }
  }

  /** A folder that an earlier run spoiled is made anew, once. */
  private static EmbeddedPostgres start(DataFolder folder, Trust trust) throws IOException {
    try {
      try {
        return startOnce(folder, trust);
      } catch (TidegateException e) {
        folder.discard();
        return startOnce(folder, trust);
      }
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public PostgresDatabases databases() {
    return databases;
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public boolean keepsStates() {
    return true;
  }

  @Override
  public void close() {
    try {
      databases.close();
    } finally {
      atShutdown.stopNow();
    }
  }

  private static EmbeddedPostgres startOnce(DataFolder folder, Trust trust) throws IOException {
    folder.markInUse();
    var process = PostgresProcess.start(folder.programs(), folder.data(), freePort());
    try {
      var administrator = administrator(folder, process, trust.superuser());
      var owner =
          trust == Trust.TRUSTED
              ? administrator
              : PostgresDatabases.login(
                  LOOPBACK, process.port(), trust.owner(), RandomText.secret());
      var databases = new PostgresDatabases(administrator, owner);
      databases.prepareServer();
      return new EmbeddedPostgres(folder, process, databases);
    } catch (SQLException e) {
      process.stop();
      throw ScratchProblems.databaseError("its first connection", e).exception(e);
    } catch (IOException | RuntimeException e) {
      process.stop();
      throw e;
    }
  }

  /**
   * The administrator, with a password of this run's own: a data folder that came with a container
   * image has one that everybody can read, and SQL in restricted scratch could log in with it.
   */
  private static ConnectionSettings administrator(
      DataFolder folder, PostgresProcess process, String name) throws IOException, SQLException {
    var known = PostgresDatabases.login(LOOPBACK, process.port(), name, folder.password());
    var password = RandomText.secret();
    try (var connection = Connections.open(known);
        var statement = connection.createStatement()) {
      statement.execute(
          "ALTER ROLE \"" + name + "\" PASSWORD '" + ScramVerifier.of(password) + "'");
    }
    folder.keep(password);
    return PostgresDatabases.login(LOOPBACK, process.port(), name, password);
  }

  private void stop() {
    try (folder) {
      if (process.stop()) {
        folder.markSound();
      }
    } catch (IOException e) {
      throw ScratchProblems.notStarted("stopping it: " + e).exception(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
