package dev.patchbay.connectors.webdav;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Lets in who shows one of these {@code Authorization} headers. */
final class Gate extends ValveBase {
  private final Set<String> allowed;

  Gate(Set<String> allowed) {
    super(true);
    this.allowed = allowed;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    var shown = request.getHeader("Authorization");
    if (shown != null && allowed.contains(shown)) {
      getNext().invoke(request, response);
    } else {
      response.sendError(401);
    }
  }
}
