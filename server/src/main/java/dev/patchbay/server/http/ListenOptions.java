package dev.patchbay.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * Where the API listens.
 *
 * @param host address to bind
 * @param port 0 takes a free one
 * @param managementPort on 127.0.0.1; 0 takes a free one
 * @param tls certificate, empty for plain HTTP
 * @param behindProxy a proxy in front does TLS and adds {@code X-Forwarded-For}
 * @param webClients origins whose pages may call the API from a browser; none if empty
 * @param publicAddress where people reach the hub, if that is known
 */
public record ListenOptions(
    String host,
    int port,
    int managementPort,
    Optional<TlsSource> tls,
    boolean behindProxy,
    Set<WebOrigin> webClients,
    Optional<PublicAddress> publicAddress) {
  public ListenOptions {
    webClients = Set.copyOf(webClients);
    if (tls.isEmpty() && !behindProxy && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "'"
              + host
              + "' can be reached from other machines: give a certificate (--tls-cert and --tls-key,"
              + " or --tls-keystore), or say --behind-proxy if a proxy in front does TLS");
    }
  }

  /** No page of another origin may call the API. */
  public ListenOptions(
      String host, int port, int managementPort, Optional<TlsSource> tls, boolean behindProxy) {
    this(host, port, managementPort, tls, behindProxy, Set.of());
  }

  /** Where people reach the hub is not known. */
  public ListenOptions(
      String host,
      int port,
      int managementPort,
      Optional<TlsSource> tls,
      boolean behindProxy,
      Set<WebOrigin> webClients) {
    this(host, port, managementPort, tls, behindProxy, webClients, Optional.empty());
  }

  /** Plain HTTP on 127.0.0.1, free ports. */
  public static ListenOptions loopback() {
    return new ListenOptions("127.0.0.1", 0, 0, Optional.empty(), false);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException("'" + host + "' is no address of this machine", unknown);
    }
  }
}
