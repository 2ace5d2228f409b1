package dev.tidegate.scratch;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A server and a hot standby that streams from it
 * (https://www.postgresql.org/docs/current/hot-standby.html). Both begin as copies of one data
 * folder that no server has run on, since the binaries come without {@code pg_basebackup}.
 */
public final class ReplicatedPostgres implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long CATCH_UP_NANOS = 60_000_000_000L;

  private final Path folder;
  private final Secret password;
  private final PostgresProcess primary;
  private final PostgresProcess replica;

  private ReplicatedPostgres(
      Path folder, Secret password, PostgresProcess primary, PostgresProcess replica) {
    this.folder = folder;
    this.password = password;
    this.primary = primary;
    this.replica = replica;
  }

  /** Starts both. */
  public static ReplicatedPostgres start(int major) throws IOException {
    var settings = TestPostgres.settings(major, false);
    Files.createDirectories(settings.cache());
    var launcher = Launcher.choose(settings.cache());
    var base = Files.createDirectories(launcher.reachable(settings.cache()).resolve("postgres"));
    var programs = new ServerPrograms(PostgresBinaries.unpacked(settings, base), launcher);
    var pool = base.resolve(programs.binaries().folder().getFileName() + "-trusted");
    var folder = base.resolve("replicated-" + ProcessHandle.current().pid());
    FileTrees.delete(folder);
    Files.createDirectories(folder);
    try (var initialised = DataFolder.take(programs, pool, user())) {
      // what earlier runs kept is not wanted here
      var pristine = initialised.folder().resolveSibling("pristine");
      FileTrees.copy(pristine, folder.resolve("primary"));
      FileTrees.copy(pristine, folder.resolve("replica"));
    }
    var password = new Secret(Files.readString(folder.resolve("primary").resolve("password")));
    return start(programs, folder, password);
  }

  private static ReplicatedPostgres start(ServerPrograms programs, Path folder, Secret password)
      throws IOException {
    var primaryPort = freePort();
    var data = folder.resolve("replica").resolve("data");
    Files.createFile(data.resolve("standby.signal"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=%s port=%d user=%s password=%s'%n"
            .formatted(LOOPBACK, primaryPort, user(), password.reveal()));
    programs.launcher().handOver(folder);
    var primary =
        PostgresProcess.start(programs, folder.resolve("primary").resolve("data"), primaryPort);
    try {
      var replica = PostgresProcess.start(programs, data, freePort());
      return new ReplicatedPostgres(folder, password, primary, replica);
    } catch (IOException | RuntimeException e) {
      primary.stop();
      throw e;
    }
  }

  /** The database {@code postgres} of the server that takes changes. */
  public ConnectionSettings primary() {
    return PostgresDatabases.login(LOOPBACK, primary.port(), user(), password);
  }

  /** The same database on the server that follows. */
  public ConnectionSettings replica() {
    return PostgresDatabases.login(LOOPBACK, replica.port(), user(), password);
  }

  /** Waits until all that was written so far can be read on the replica. */
  public void catchUp() throws SQLException, InterruptedException {
    var end = System.nanoTime() + CATCH_UP_NANOS;
    var written = ask(primary(), "SELECT pg_current_wal_insert_lsn()");
    var arrived = "SELECT coalesce(pg_last_wal_replay_lsn() >= '" + written + "', false)";
    while (!ask(replica(), arrived).equals("t")) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the replica does not follow");
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() throws IOException {
    replica.stop();
    primary.stop();
    FileTrees.delete(folder);
  }

  private static String user() {
    return Trust.TRUSTED.superuser();
  }

  private static String ask(ConnectionSettings settings, String sql) throws SQLException {
    try (var connection = Connections.open(settings);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
