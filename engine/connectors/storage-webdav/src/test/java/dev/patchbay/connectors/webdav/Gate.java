package dev.patchbay.connectors.webdav;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Lets in who shows one of these {@code Authorization} headers, and no tags if told so. */
final class Gate extends ValveBase {
  private final Set<String> allowed;
  private volatile boolean misjudgesTags;

  Gate(Set<String> allowed) {
    super(true);
    this.allowed = allowed;
  }

  void misjudgeTags() {
    misjudgesTags = true;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    var shown = request.getHeader("Authorization");
    if (shown == null || !allowed.contains(shown)) {
      response.sendError(401);
    } else if (misjudgesTags && request.getHeader("If") != null) {
      response.sendError(412);
    } else {
      getNext().invoke(request, response);
    }
  }
}
