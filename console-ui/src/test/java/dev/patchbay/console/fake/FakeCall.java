package dev.patchbay.console.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request taken apart. */
final class FakeCall {
  private final HttpExchange exchange;
  private final String root;
  private final Consumer<String> bodies;
  private final String[] path;
  private final Map<String, String> query = new HashMap<>();

  FakeCall(HttpExchange exchange, String root, Consumer<String> bodies) {
    this.exchange = exchange;
    this.root = root;
    this.bodies = bodies;
    this.path = exchange.getRequestURI().getPath().substring(root.length() + 1).split("/", -1);
    var raw = exchange.getRequestURI().getRawQuery();
    for (var part : raw == null ? new String[0] : raw.split("&", -1)) {
      var pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[1], UTF_8));
    }
  }

  String method() {
    return exchange.getRequestMethod();
  }

  boolean is(String method, String first, String second) {
    return method().equals(method) && length() == 2 && path(0, first) && path(1).equals(second);
  }

  boolean path(int index, String expected) {
    return path[index].equals(expected);
  }

  boolean wantsJson() {
    return "application/json".equals(exchange.getRequestHeaders().getFirst("Accept"));
  }

  List<String> path() {
    return List.of(path);
  }

  String path(int index) {
    return path[index];
  }

  int length() {
    return path.length;
  }

  @Nullable String query(String name) {
    return query.get(name);
  }

  /** Says this in a header of the answer. */
  void answerWith(String header, String value) {
    exchange.getResponseHeaders().set(header, value);
  }

  byte[] body() throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    bodies.accept(new String(body, UTF_8));
    return body;
  }

  String line() {
    return method() + exchange.getRequestURI().toString().replaceFirst(root, " ");
  }

  void requireVersion(long version) {
    var match = exchange.getRequestHeaders().getFirst("If-Match");
    if (match == null) {
      throw new FakeHub.Refusal(428, "Precondition required", "Send If-Match.");
    }
    if (!match.equals("\"" + version + "\"")) {
      throw new FakeHub.Refusal(
          412, "Precondition failed", "It is at version " + version + " now.");
    }
  }
}
