package dev.patchbay.server.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A core service that knows people: {@code GET /api/users/ID}. */
public final class PeopleService implements AutoCloseable {
  private static final String ROOT = "/api";

  private final Map<String, String> people = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int status = 200;
  private volatile Optional<String> token = Optional.empty();

  public PeopleService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(ROOT, this::answer);
    server.start();
  }

  public String url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + ROOT).toString();
  }

  /** It knows this person. */
  public void knows(String id, String name) {
    people.put("/users/" + id, "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, name));
  }

  /** What everything is answered with; 200 lets it work. */
  public void answers(int everything) {
    status = everything;
  }

  /** Who does not bring this token is not let in. */
  public void wants(String bearer) {
    token = Optional.of("Bearer " + bearer);
  }

  /** Paths that it was asked for, as they were sent. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getRawPath().substring(ROOT.length());
    calls.add(path);
    var brought = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    var body = people.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
    if (token.isPresent() && !token.equals(brought)) {
      exchange.sendResponseHeaders(401, -1);
    } else if (status != 200 || body.length == 0) {
      exchange.sendResponseHeaders(status == 200 ? 404 : status, -1);
    } else {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
