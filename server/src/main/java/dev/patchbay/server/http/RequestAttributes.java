package dev.patchbay.server.http;

import dev.patchbay.model.access.Caller;
import org.eclipse.jetty.server.Request;

/** What earlier handlers found out about a request. */
final class RequestAttributes {
  private static final String CALLER = Caller.class.getName();

  private RequestAttributes() {}

  static void caller(Request request, Caller caller) {
    request.setAttribute(CALLER, caller);
  }

  /** The authenticated caller; there always is one behind {@link AuthenticationHandler}. */
  static Caller caller(Request request) {
    if (request.getAttribute(CALLER) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("nobody authenticated this request");
  }
}
