package dev.patchbay.server.http;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/**
 * Lets pages of named origins call the API (CORS): with their key in a header, never with cookies.
 * A browser's question beforehand carries no key, so it is answered before anybody is asked for
 * one.
 */
final class WebClients {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private static final Set<String> EXPOSED =
      Set.of(
          "ETag",
          "As-Of",
          "Retry-After",
          "Location",
          "Document-Converter",
          "Document-Pages",
          "Document-Missing-Fonts",
          "Document-Left-Out");

  private WebClients() {}

  static Handler inFrontOf(Handler api, Set<WebOrigin> origins) {
    if (origins.isEmpty()) {
      return api;
    }
    var handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(
        origins.stream().map(WebOrigin::pattern).collect(Collectors.toSet()));
    handler.setAllowedMethods(Set.of("GET", "HEAD", "POST", "PUT", "DELETE"));
    handler.setAllowedHeaders(
        Set.of(
            "Authorization",
            "X-API-Key",
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Last-Event-ID"));
    handler.setExposedHeaders(EXPOSED);
    handler.setAllowCredentials(false);
    handler.setDeliverPreflightRequests(false);
    handler.setPreflightMaxAge(REMEMBERED);
    handler.setHandler(api);
    return handler;
  }
}
