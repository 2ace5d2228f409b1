package dev.tidegate.migration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a client and PostgreSQL, and breaks the connection at a COMMIT: before the server
 * gets it, or when the server has done it and before the client hears of it.
 *
 * <p>A message is a letter, a length and a body:
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
final class LosingProxy implements AutoCloseable {
  /** Where the connection breaks. */
  enum Break {
    NEVER,
    BEFORE_COMMIT,
    AFTER_COMMIT,
    /** And nobody gets through any more. */
    AFTER_COMMIT_FOR_GOOD
  }

  private final ServerSocket server;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicReference<Break> at = new AtomicReference<>(Break.NEVER);
  private volatile String marker = "";
  private volatile int occurrence = 1;

  LosingProxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Breaks once, at the first COMMIT after this text was sent so often on the same connection. */
  void breakAt(Break where, String text, int times) {
    marker = text;
    occurrence = times;
    at.set(where);
  }

  /** Breaks all connections at once. */
  void dropConnections() {
    sockets.forEach(LosingProxy::shut);
    sockets.clear();
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        var upstream = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.addAll(List.of(client, upstream));
        daemon(() -> new Pair(client, upstream).toServer());
      }
    } catch (IOException closed) {
      // Nobody gets through any more.
    }
  }

  private final class Pair {
    private final Socket client;
    private final Socket upstream;
    private volatile boolean swallowing;

    Pair(Socket client, Socket upstream) {
      this.client = client;
      this.upstream = upstream;
      daemon(this::toClient);
    }

    private void toServer() {
      try {
        var seen = 0;
        var in = client.getInputStream();
        copy(startup(in));
        for (var message = message(in); message.length > 0; message = message(in)) {
          var text = new String(message, StandardCharsets.ISO_8859_1);
          seen += !marker.isEmpty() && text.contains(marker) ? 1 : 0;
          var commit = seen >= occurrence && text.contains("COMMIT");
          if (commit && at.compareAndSet(Break.BEFORE_COMMIT, Break.NEVER)) {
            break;
          }
          if (commit && at.compareAndSet(Break.AFTER_COMMIT, Break.NEVER)) {
            swallowing = true;
          }
          if (commit && at.compareAndSet(Break.AFTER_COMMIT_FOR_GOOD, Break.NEVER)) {
            swallowing = true;
            server.close();
          }
          copy(message);
        }
      } catch (IOException gone) {
        // The other direction has ended it.
      }
      end();
    }

    private void copy(byte[] bytes) throws IOException {
      upstream.getOutputStream().write(bytes);
      upstream.getOutputStream().flush();
    }

    private void toClient() {
      var buffer = new byte[8192];
      try {
        var in = upstream.getInputStream();
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          var text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
          if (swallowing && text.contains("COMMIT")) {
            break;
          }
          if (!swallowing) {
            client.getOutputStream().write(buffer, 0, n);
            client.getOutputStream().flush();
          }
        }
      } catch (IOException gone) {
        // The other direction has ended it.
      }
      end();
    }

    private void end() {
      shut(client);
      shut(upstream);
    }
  }

  /** The first message has no letter. The driver asks for no encryption in these tests. */
  private static byte[] startup(InputStream in) throws IOException {
    return body(in, new ByteArrayOutputStream());
  }

  private static byte[] message(InputStream in) throws IOException {
    var letter = in.read();
    if (letter < 0) {
      return new byte[0];
    }
    var out = new ByteArrayOutputStream();
    out.write(letter);
    return body(in, out);
  }

  private static byte[] body(InputStream in, ByteArrayOutputStream out) throws IOException {
    var length = in.readNBytes(4);
    out.write(length);
    var size = java.nio.ByteBuffer.wrap(length).getInt();
    out.write(in.readNBytes(size - 4));
    return out.toByteArray();
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed.
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "losing proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    sockets.forEach(LosingProxy::shut);
  }
}
