package dev.tidegate.migration;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes where connections are about to go: HTTP, and sockets that do not say "no proxy". */
final class RecordingProxySelector extends ProxySelector {
  private final List<URI> asked = new CopyOnWriteArrayList<>();

  @Override
  public List<Proxy> select(URI uri) {
    asked.add(uri);
    return List.of(Proxy.NO_PROXY);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {}

  List<URI> asked() {
    return asked;
  }
}
