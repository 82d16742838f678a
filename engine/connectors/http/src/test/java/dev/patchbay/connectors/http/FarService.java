package dev.patchbay.connectors.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A service that takes rows and applies what carries the same key once. */
final class FarService implements AutoCloseable {
  private final HttpServer server;
  private final ConcurrentLinkedQueue<Trick> tricks = new ConcurrentLinkedQueue<>();
  private final Map<String, String> applied = new LinkedHashMap<>();
  private final List<Map<String, String>> headers = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What happens to one request instead of being applied and answered with 200. */
  record Trick(int status, Map<String, String> headers, String body, Moment moment) {
    static Trick answer(int status) {
      return new Trick(status, Map.of(), "", Moment.BEFORE_APPLY);
    }

    Trick with(String header, String value) {
      return new Trick(status, Map.of(header, value), body, moment);
    }

    Trick saying(String text) {
      return new Trick(status, headers, text, moment);
    }

    Trick at(Moment when) {
      return new Trick(status, headers, body, when);
    }
  }

  enum Moment {
    BEFORE_APPLY,
    AFTER_APPLY,
    /** The connection breaks before any answer, nothing was applied. */
    CUT_BEFORE_APPLY,
    /** It was applied and the connection breaks before any answer. */
    CUT_AFTER_APPLY,
    /** The head of the answer comes, and its body never ends. */
    ENDLESS,
    /** Less body comes than the head says. */
    TRUNCATED
  }

  FarService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void next(Trick trick) {
    tricks.add(trick);
  }

  /** Bodies by key, as applied. */
  synchronized Map<String, String> applied() {
    return Map.copyOf(applied);
  }

  /**
   * Headers of every request, names in lower case, with {@code :path}, {@code :body} and the
   * caller's {@code :port}.
   */
  synchronized List<Map<String, String>> requests() {
    return List.copyOf(headers);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    note(exchange, body);
    var trick = tricks.poll();
    if (trick == null) {
      trick = new Trick(200, Map.of(), "", Moment.AFTER_APPLY);
    }
    if (isApplied(trick)) {
      apply(exchange.getRequestHeaders().getFirst("Idempotency-Key"), body);
    }
    answer(exchange, trick);
  }

  private static boolean isApplied(Trick trick) {
    return trick.moment() != Moment.BEFORE_APPLY && trick.moment() != Moment.CUT_BEFORE_APPLY;
  }

  private synchronized void note(HttpExchange exchange, String body) {
    var seen = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> seen.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    seen.put(":port", Integer.toString(exchange.getRemoteAddress().getPort()));
    seen.put(":path", exchange.getRequestURI().toString());
    seen.put(":body", body);
    headers.add(seen);
  }

  private synchronized void apply(String key, String body) {
    applied.putIfAbsent(key, body);
  }

  private void answer(HttpExchange exchange, Trick trick) throws IOException {
    var text = trick.body().getBytes(StandardCharsets.UTF_8);
    trick.headers().forEach(exchange.getResponseHeaders()::set);
    switch (trick.moment()) {
      case BEFORE_APPLY, AFTER_APPLY -> {
        exchange.sendResponseHeaders(trick.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
      }
      case CUT_BEFORE_APPLY, CUT_AFTER_APPLY -> exchange.close();
      case ENDLESS -> {
        exchange.sendResponseHeaders(trick.status(), 0);
        exchange.getResponseBody().write(text);
        exchange.getResponseBody().flush();
        awaitClose();
      }
      case TRUNCATED -> {
        exchange.sendResponseHeaders(trick.status(), text.length + 100L);
        exchange.getResponseBody().write(text);
        exchange.getResponseBody().flush();
        exchange.close();
      }
    }
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
