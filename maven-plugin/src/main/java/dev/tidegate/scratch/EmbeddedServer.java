package dev.tidegate.scratch;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import dev.tidegate.jdbc.Secret;
import dev.tidegate.problem.TidegateException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server that runs on a data folder of the pool, until it is closed or this program ends. */
final class EmbeddedServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final DataFolder folder;
  private final PostgresProcess process;
  private final PostgresDatabases databases;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Thread atShutdown = new Thread(this::stop, "tidegate-scratch-stop");

  private EmbeddedServer(DataFolder folder, PostgresProcess process, PostgresDatabases databases) {
    this.folder = folder;
    this.process = process;
    this.databases = databases;
  }

  /** Starts it; a folder that an earlier run spoiled is made anew, once. */
  static EmbeddedServer start(DataFolder folder, Trust trust) throws IOException {
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

  PostgresDatabases databases() {
    return databases;
  }

  @Override
  public void close() {
    try {
      databases.dropAll();
      databases.close();
    } finally {
      stop();
      forgetShutdown();
    }
  }

  private static EmbeddedServer startOnce(DataFolder folder, Trust trust) throws IOException {
    folder.markInUse();
    var process = PostgresProcess.start(folder.programs(), folder.data(), freePort());
    try {
      var administrator = login(process, trust.superuser(), folder.password());
      var owner =
          trust == Trust.TRUSTED
              ? administrator
              : login(process, trust.owner(), RandomText.secret());
      var databases = new PostgresDatabases(administrator, owner);
      databases.prepareServer();
      var server = new EmbeddedServer(folder, process, databases);
      Runtime.getRuntime().addShutdownHook(server.atShutdown);
      return server;
    } catch (SQLException e) {
      process.stop();
      throw ScratchProblems.databaseError("its first connection", e).exception(e);
    } catch (IOException | RuntimeException e) {
      process.stop();
      throw e;
    }
  }

  private void stop() {
    if (stopped.getAndSet(true)) {
      return;
    }
    try (folder) {
      if (process.stop()) {
        folder.markSound();
      }
    } catch (IOException e) {
      throw ScratchProblems.notStarted("stopping it: " + e).exception(e);
    }
  }

  private void forgetShutdown() {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      // This program is ending already, and the thread finds nothing left to do.
    }
  }

  private static ConnectionSettings login(PostgresProcess process, String user, Secret password) {
    var url =
        new DatabaseUrl(
            Product.POSTGRESQL,
            LOOPBACK,
            process.port(),
            "postgres",
            Optional.of(user),
            Optional.of(password),
            new TreeMap<>());
    return ConnectionSettings.of(url, "the scratch server");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
