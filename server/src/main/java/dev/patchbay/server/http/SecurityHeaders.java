package dev.patchbay.server.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Tells browsers and caches what not to do with any answer: keep it, guess its type, frame it, run
 * it, or come back without TLS.
 */
final class SecurityHeaders extends Handler.Wrapper {
  private static final HttpFields ALWAYS =
      HttpFields.build()
          .add(new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"))
          .add(new PreEncodedHttpField("X-Content-Type-Options", "nosniff"))
          .add(
              new PreEncodedHttpField(
                  "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"))
          .add(new PreEncodedHttpField("Referrer-Policy", "no-referrer"))
          .asImmutable();
  private static final HttpField OVER_TLS =
      new PreEncodedHttpField(HttpHeader.STRICT_TRANSPORT_SECURITY, "max-age=31536000");

  SecurityHeaders(Handler inner) {
    super(inner);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    put(request, response);
    return super.handle(request, response, callback);
  }

  /** Puts them on an answer that is not written yet. */
  static void put(Request request, Response response) {
    ALWAYS.forEach(response.getHeaders()::put);
    if (request.isSecure()) {
      response.getHeaders().put(OVER_TLS);
    }
  }
}
