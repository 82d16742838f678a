package dev.patchbay.server.chaos.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.server.demo.Pause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * A service that applies what it is posted under one {@code Idempotency-Key} once, also over its
 * own death, and logs it. Posts go to {@code /hooks/PATH}; what is posted to {@code /control} is an
 * order: {@code PATH MANNER TIMES}, {@code WELL}, or {@code AUTHORIZATION value}.
 */
final class ServiceMain {
  private static final String HOOKS = "/hooks/";
  private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_PIECES = Duration.ofMillis(20);
  private static final byte[] PIECE = "and so on ".getBytes(StandardCharsets.US_ASCII);

  private final AppliedFile applied;
  private final ConcurrentHashMap<String, Queue<Manner>> orders = new ConcurrentHashMap<>();
  private volatile String authorization;

  private ServiceMain(AppliedFile applied, String authorization) {
    this.applied = applied;
    this.authorization = authorization;
  }

  /** Takes the port (0: any), the log and the value of {@code Authorization}. */
  public static void main(String[] args) throws IOException {
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    var service = new ServiceMain(AppliedFile.open(Path.of(args[1])), args[2]);
    var server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(HOOKS, service::take);
    server.createContext("/control", service::obey);
    server.start();
    System.out.println("service ready http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = body(exchange);
      if (!authorization.equals(header(exchange, "Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      var path = exchange.getRequestURI().getPath().substring(HOOKS.length());
      take(exchange, path, body);
    }
  }

  private void take(HttpExchange exchange, String path, String body) throws IOException {
    var manner = manner(path);
    if (manner == Manner.APPLY_LATE) {
      Pause.of(LONGER_THAN_ANYBODY_WAITS);
    }
    if (manner.applies()) {
      applied.apply(path, header(exchange, "Idempotency-Key"), body);
    }
    answer(exchange, manner);
  }

  private static void answer(HttpExchange exchange, Manner manner) throws IOException {
    switch (manner) {
      case LOSE_ANSWER -> {}
      case BREAK_OFF -> {
        exchange.sendResponseHeaders(manner.status(), 1_000);
        exchange.getResponseBody().write(PIECE);
        exchange.getResponseBody().flush();
      }
      case NEVER_END -> {
        exchange.sendResponseHeaders(manner.status(), 0);
        goOnAndOn(exchange);
      }
      case THROTTLE -> {
        exchange.getResponseHeaders().add("Retry-After", "1");
        exchange.sendResponseHeaders(manner.status(), -1);
      }
      case WELL, APPLY_LATE, FAIL, APPLY_AND_FAIL, GONE, TOO_LARGE ->
          exchange.sendResponseHeaders(manner.status(), -1);
    }
  }

  /** Until the other side has had enough. */
  private static void goOnAndOn(HttpExchange exchange) {
    try {
      while (true) {
        exchange.getResponseBody().write(PIECE);
        exchange.getResponseBody().flush();
        Pause.of(BETWEEN_PIECES);
      }
    } catch (IOException enough) {
      exchange.close();
    }
  }

  private void obey(HttpExchange exchange) throws IOException {
    try (exchange) {
      var words = body(exchange).split(" ", 2);
      switch (words[0]) {
        case "WELL" -> orders.clear();
        case "AUTHORIZATION" -> authorization = words[1];
        default -> order(words[0], words[1].split(" ", 2));
      }
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void order(String path, String[] mannerAndTimes) {
    var queue = orders.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>());
    for (int i = Integer.parseInt(mannerAndTimes[1]); i > 0; i--) {
      queue.add(Manner.valueOf(mannerAndTimes[0]));
    }
  }

  private Manner manner(String path) {
    var queue = orders.get(path);
    var next = queue == null ? null : queue.poll();
    return next == null ? Manner.WELL : next;
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }
}
