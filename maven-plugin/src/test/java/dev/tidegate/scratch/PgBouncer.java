package dev.tidegate.scratch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real PgBouncer (https://www.pgbouncer.org/config.html) in front of a database. A test that asks
 * for one is skipped, saying so, on a machine without the program.
 */
public final class PgBouncer implements AutoCloseable {
  private static final long START_MILLIS = 10_000;

  private final Process process;
  private final int port;
  private final ConnectionSettings server;

  private PgBouncer(Process process, int port, ConnectionSettings server) {
    this.process = process;
    this.port = port;
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param mode {@code transaction}, {@code statement} or {@code session}
   * @param more lines of its configuration
   */
  public static PgBouncer inFrontOf(
      ConnectionSettings server, String mode, Path folder, String... more) {
    var program = program();
    assumeTrue(isInstalled(), "pgbouncer is not installed");
    try {
      var port = freePort();
      var file = Files.createTempFile(folder, "pgbouncer", ".ini");
      Files.write(file, configuration(server, mode, port, more));
      var command = new ArrayList<>(List.of(program, "-q"));
      if (System.getProperty("user.name").equals("root")) { // it refuses to run as root
        command.addAll(List.of("-u", "nobody"));
      }
      command.add(file.toString());
      var log = Files.createTempFile(folder, "pgbouncer", ".log").toFile();
      var process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
      var bouncer = new PgBouncer(process, port, server);
      bouncer.await(log.toPath());
      return bouncer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the program is on this machine. */
  public static boolean isInstalled() {
    return !program().isEmpty();
  }

  /** The same database, through it. */
  public ConnectionSettings settings() {
    var url = server.url();
    var through =
        new DatabaseUrl(
            url.product(),
            "127.0.0.1",
            port,
            url.database(),
            url.user(),
            url.password(),
            url.parameters());
    return new ConnectionSettings(
        through, server.user(), server.password(), "the test", server.readOnly());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static List<String> configuration(
      ConnectionSettings server, String mode, int port, String... more) {
    var lines = new ArrayList<String>();
    lines.add("[databases]");
    lines.add(
        "* = host=%s port=%d user=%s password=%s"
            .formatted(
                server.url().host(),
                server.url().port(),
                server.user().orElseThrow(),
                server.password().orElseThrow().reveal()));
    lines.add("[pgbouncer]");
    lines.add("listen_addr = 127.0.0.1");
    lines.add("listen_port = " + port);
    lines.add("unix_socket_dir =");
    lines.add("auth_type = any");
    lines.add("pool_mode = " + mode);
    lines.add("ignore_startup_parameters = extra_float_digits");
    lines.addAll(List.of(more));
    return lines;
  }

  private static String program() {
    var folders = new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "").split(":")));
    folders.add("/usr/sbin"); // where Debian has it, outside of a plain user's path
    return folders.stream()
        .flatMap(folder -> folder.isEmpty() ? Stream.empty() : Stream.of(Path.of(folder)))
        .map(folder -> folder.resolve("pgbouncer"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse("");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await(Path log) throws IOException {
    var end = System.nanoTime() + START_MILLIS * 1_000_000;
    while (System.nanoTime() < end && process.isAlive()) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        return;
      } catch (IOException notYet) {
        pause();
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("pgbouncer did not start:\n" + Files.readString(log));
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
