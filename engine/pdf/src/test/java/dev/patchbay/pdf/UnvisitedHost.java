package dev.patchbay.pdf;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A host on this machine that nobody should call. */
public final class UnvisitedHost implements AutoCloseable {
  private final AtomicInteger visits = new AtomicInteger();
  private final HttpServer server;

  private UnvisitedHost(HttpServer server) {
    this.server = server;
  }

  /** Starts it. */
  public static UnvisitedHost start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var host = new UnvisitedHost(HttpServer.create(address, 0));
    host.server.createContext(
        "/",
        call -> {
          host.visits.incrementAndGet();
          call.sendResponseHeaders(404, -1);
          call.close();
        });
    host.server.start();
    return host;
  }

  /** Where it listens. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  /** Calls so far. */
  public int visits() {
    return visits.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
