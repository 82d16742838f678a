package dev.patchbay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class WebClientsIT {
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void pagesOfANamedOriginMayCall() throws IOException, InterruptedException {
    try (var server = server(Set.of(WebOrigin.of("https://app.example.org")))) {
      var preflight = ask(server, "OPTIONS", "https://app.example.org");
      assertThat(preflight.firstValue(ALLOWED)).hasValue("https://app.example.org");
      assertThat(preflight.firstValue("Access-Control-Allow-Headers").orElseThrow())
          .contains("Authorization", "If-None-Match");
      assertThat(preflight.firstValue("Access-Control-Allow-Credentials")).isEmpty();
      assertThat(calls).hasValue(0);

      var call = ask(server, "GET", "https://app.example.org");
      assertThat(call.firstValue(ALLOWED)).hasValue("https://app.example.org");
      assertThat(call.firstValue("Access-Control-Expose-Headers").orElseThrow()).contains("ETag");
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void pagesOfOthersMayNot() throws IOException, InterruptedException {
    try (var server = server(Set.of(WebOrigin.of("https://app.example.org")))) {
      for (var other :
          Set.of(
              "https://app.example.org.evil.example",
              "https://appXexample.org",
              "http://app.example.org",
              "https://app.example.org:8443",
              "null")) {
        assertThat(ask(server, "OPTIONS", other).firstValue(ALLOWED)).as(other).isEmpty();
        assertThat(ask(server, "GET", other).firstValue(ALLOWED)).as(other).isEmpty();
      }
    }
  }

  @Test
  void noneMayWhereNoneIsNamed() throws IOException, InterruptedException {
    try (var server = server(Set.of())) {
      assertThat(ask(server, "GET", "https://app.example.org").firstValue(ALLOWED)).isEmpty();
    }
  }

  private HubServer server(Set<WebOrigin> origins) {
    var listen = new ListenOptions("127.0.0.1", 0, 0, Optional.empty(), false, origins);
    return HubServer.start(listen, new Counting(), new Counting());
  }

  private static HttpHeaders ask(HubServer server, String method, String origin)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(server.api().resolve("/api/v1/integration/me"))
              .header("Origin", origin)
              .header("Access-Control-Request-Method", "GET")
              .header("Access-Control-Request-Headers", "authorization,if-none-match")
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      return client.send(request, BodyHandlers.discarding()).headers();
    }
  }

  private final class Counting extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      calls.incrementAndGet();
      Answers.json(response, 200, "ok", callback);
      return true;
    }
  }
}
