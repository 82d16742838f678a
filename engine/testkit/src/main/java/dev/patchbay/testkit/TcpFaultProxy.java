package dev.patchbay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server on 127.0.0.1 and breaks the network on command. The fault in
 * force applies to open connections too, from their next chunk on. Thread-safe.
 */
public final class TcpFaultProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final InetSocketAddress target;
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final Thread acceptor =
      Thread.ofVirtual().name("fault-proxy-accept").unstarted(this::acceptAll);
  private volatile Fault fault = new Fault.None();

  private TcpFaultProxy(ServerSocket listener, InetSocketAddress target) {
    this.listener = listener;
    this.target = target;
  }

  /** Starts a proxy on a free port that leads to that port of 127.0.0.1. */
  public static TcpFaultProxy to(int targetPort) {
    try {
      var loopback = InetAddress.getLoopbackAddress();
      var proxy =
          new TcpFaultProxy(
              new ServerSocket(0, 50, loopback), new InetSocketAddress(loopback, targetPort));
      proxy.acceptor.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients connect. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Puts a fault in force in place of the one before. */
  public void inject(Fault next) {
    fault = next;
    if (next instanceof Fault.Cut) {
      connections.forEach(ProxiedConnection::end);
    }
  }

  /** From now on all is well. */
  public void heal() {
    inject(new Fault.None());
  }

  /** Ends the open connections with a TCP reset; new ones live. */
  public void resetConnections() {
    connections.forEach(ProxiedConnection::reset);
  }

  /** How many connections are open. */
  public int openConnections() {
    return connections.size();
  }

  /** Once it returns, nobody can connect: the port is held until the last to accept has let go. */
  @Override
  public void close() {
    try {
      listener.close();
      acceptor.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    connections.forEach(ProxiedConnection::end);
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        accept(listener.accept());
      } catch (IOException _) {
        // The listener was closed, or the server refused; the client sees its connection end.
      }
    }
  }

  private void accept(Socket client) throws IOException {
    if (fault instanceof Fault.Cut) {
      client.close();
      return;
    }
    var server = new Socket();
    try {
      server.connect(target);
    } catch (IOException e) {
      client.close();
      throw e;
    }
    var connection = new ProxiedConnection(client, server, () -> fault, connections::remove);
    connections.add(connection);
    connection.start();
  }
}
