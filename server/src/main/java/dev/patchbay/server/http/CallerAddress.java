package dev.patchbay.server.http;

import java.net.InetSocketAddress;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Where a request comes from. Behind a proxy that is what the proxy itself added last to {@code
 * X-Forwarded-For}; everything before it was written by the caller and proves nothing.
 */
public enum CallerAddress {
  /** The peer of the connection. */
  OF_CONNECTION {
    @Override
    String of(Request request) {
      return peer(request);
    }
  },
  /** The last entry of {@code X-Forwarded-For}. */
  OF_PROXY {
    @Override
    String of(Request request) {
      var values = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
      return values.isEmpty() ? peer(request) : values.getLast();
    }
  };

  abstract String of(Request request);

  private static String peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress ip
        ? ip.getAddress().getHostAddress()
        : "local";
  }
}
