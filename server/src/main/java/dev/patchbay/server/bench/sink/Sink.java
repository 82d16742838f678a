package dev.patchbay.server.bench.sink;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A service that takes rows by HTTP, each request after a while, and notes how long they took from
 * their event. {@code GET /_rows?/path} tells how many came of {@code open} events, {@code GET
 * /_told?/path} tells all and begins anew, {@code POST} and {@code DELETE /_down?/path} let a path
 * fail with 503.
 */
final class Sink implements AutoCloseable {
  private static final int BACKLOG = 1_024;
  private static final Arrivals.Told NOTHING = new Arrivals.Told(0, Map.of());

  private final Map<String, Arrivals> paths = new ConcurrentHashMap<>();
  private final Set<String> down = ConcurrentHashMap.newKeySet();
  private final Duration delay;
  private final HttpServer service;

  /**
   * Starts it on the loopback interface.
   *
   * @param delay before every answer
   */
  Sink(int port, Duration delay) {
    this.delay = delay;
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      this.service = HttpServer.create(address, BACKLOG);
    } catch (IOException failure) {
      throw new UncheckedIOException("port " + port + " cannot be listened on", failure);
    }
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.createContext("/", this::take);
    service.createContext("/_rows", exchange -> answer(exchange, 200, rows(exchange)));
    service.createContext("/_told", exchange -> answer(exchange, 200, told(exchange)));
    service.createContext("/_down", this::turn);
    service.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + service.getAddress().getPort());
  }

  @Override
  public void close() {
    service.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = exchange.getRequestBody().readAllBytes();
    LockSupport.parkNanos(delay.toNanos());
    if (down.contains(path)) {
      answer(exchange, 503, Map.of());
      return;
    }
    note(body, paths.computeIfAbsent(path, _ -> new Arrivals()));
    answer(exchange, 200, Map.of());
  }

  /** Rows of a request: their columns {@code at} and {@code group} stand in {@code data}. */
  private static void note(byte[] body, Arrivals arrivals) throws IOException {
    var now = Instant.now();
    try (var json = ServerJson.MAPPER.createParser(body)) {
      var at = now;
      var group = "";
      for (var token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          switch (json.currentName()) {
            case "delivery" -> at = now;
            case "at" -> at = Instant.parse(text(json));
            case "group" -> group = text(json);
            default -> {}
          }
        } else if (token == JsonToken.END_OBJECT && json.currentName() != null) {
          arrivals.add(group, Duration.between(at, now).toNanos() / 1e6);
        }
      }
    }
  }

  private static String text(JsonParser json) throws IOException {
    json.nextToken();
    return json.getText();
  }

  private Map<String, Long> rows(HttpExchange exchange) {
    var arrivals = paths.get(named(exchange));
    return Map.of("rows", arrivals == null ? 0 : arrivals.rows(TimedPosts.COLD));
  }

  private Arrivals.Told told(HttpExchange exchange) {
    var arrivals = paths.get(named(exchange));
    return arrivals == null ? NOTHING : arrivals.tell();
  }

  private void turn(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("DELETE")) {
      down.remove(named(exchange));
    } else {
      down.add(named(exchange));
    }
    answer(exchange, 200, Map.of());
  }

  private static String named(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestURI().getQuery());
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    var bytes = ServerJson.bytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
