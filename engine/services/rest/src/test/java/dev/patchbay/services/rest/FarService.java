package dev.patchbay.services.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service with its Auth Service: {@code POST /token} issues {@code token-1}, {@code token-2} and
 * so on, everything else answers what was planned, or {@code {"id":"7"}}.
 */
final class FarService implements AutoCloseable {
  private final HttpServer server;
  private final ConcurrentLinkedQueue<Plan> answers = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Plan> tokens = new ConcurrentLinkedQueue<>();
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> tokenRequests = new CopyOnWriteArrayList<>();
  private final AtomicInteger issued = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile CountDownLatch tokenGate = new CountDownLatch(0);
  private volatile String onlyToken = "";

  /** An answer. */
  record Plan(int status, Map<String, String> headers, byte[] body, Ending ending) {
    static Plan answer(int status) {
      return answer(status, "");
    }

    static Plan answer(int status, String body) {
      return answer(status, body.getBytes(StandardCharsets.UTF_8));
    }

    static Plan answer(int status, byte[] body) {
      return new Plan(status, Map.of(), body, Ending.WHOLE);
    }

    Plan with(String header, String value) {
      return new Plan(status, Map.of(header, value), body, ending);
    }

    Plan ending(Ending how) {
      return new Plan(status, headers, body, how);
    }
  }

  enum Ending {
    WHOLE,
    /** Less comes than the head says, and the connection ends. */
    TRUNCATED,
    /** The body comes, and neither more nor an end. */
    STALLED,
    /** The body comes again and again. */
    ENDLESS,
    /** The connection ends without a head. */
    CUT
  }

  FarService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.createContext("/token", this::token);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  void next(Plan plan) {
    answers.add(plan);
  }

  void nextToken(Plan plan) {
    tokens.add(plan);
  }

  /** From now on any other token is answered with 401. */
  void acceptOnly(String token) {
    onlyToken = token;
  }

  /** Until the latch is open, nobody gets a token. */
  void holdTokens(CountDownLatch gate) {
    tokenGate = gate;
  }

  /** Headers of requests but those for tokens, names in lower case, with {@code :path}. */
  List<Map<String, String>> asked() {
    return List.copyOf(asked);
  }

  /** As {@link #asked}, with {@code :body}. */
  List<Map<String, String>> tokenRequests() {
    return List.copyOf(tokenRequests);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var seen = seen(exchange);
    asked.add(seen);
    var plan = answers.poll();
    if (!onlyToken.isEmpty() && !("Bearer " + onlyToken).equals(seen.get("authorization"))) {
      plan = Plan.answer(401);
    }
    send(exchange, plan == null ? Plan.answer(200, "{\"id\":\"7\"}") : plan);
  }

  private void token(HttpExchange exchange) throws IOException {
    tokenRequests.add(seen(exchange));
    await(tokenGate);
    var plan = tokens.poll();
    send(exchange, plan == null ? issued() : plan);
  }

  private Plan issued() {
    return Plan.answer(
        200,
        "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
            .formatted(issued.incrementAndGet()));
  }

  private static Map<String, String> seen(HttpExchange exchange) throws IOException {
    var seen = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> seen.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    seen.put(":path", exchange.getRequestURI().toString());
    seen.put(":body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    return seen;
  }

  private void send(HttpExchange exchange, Plan plan) throws IOException {
    plan.headers().forEach(exchange.getResponseHeaders()::set);
    var body = plan.body();
    switch (plan.ending()) {
      case WHOLE -> {
        exchange.sendResponseHeaders(plan.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
      case TRUNCATED -> {
        exchange.sendResponseHeaders(plan.status(), body.length + 100L);
        write(exchange, body);
      }
      case STALLED -> {
        exchange.sendResponseHeaders(plan.status(), 0);
        write(exchange, body);
        await(closed);
      }
      case ENDLESS -> {
        exchange.sendResponseHeaders(plan.status(), 0);
        while (closed.getCount() > 0) {
          write(exchange, body);
        }
      }
      case CUT -> {}
    }
    exchange.close();
  }

  private static void write(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().flush();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
