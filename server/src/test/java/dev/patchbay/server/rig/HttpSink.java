package dev.patchbay.server.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** A service that applies what it is posted under one key once, and fails when it is told to. */
public final class HttpSink implements AutoCloseable {
  /** Stands among failures for an answer that is lost after the request was applied. */
  public static final int LOST = 0;

  private final Map<String, String> applied = new ConcurrentHashMap<>();
  private final List<String> log = new ArrayList<>();
  private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
  private final String authorization;
  private final HttpServer service;

  /** Lets those in who bring this authorization. */
  public HttpSink(String authorization) {
    this.authorization = authorization;
    try {
      service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.createContext("/hooks/requests", this::take);
    service.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + service.getAddress().getPort());
  }

  /** What the next requests are answered with: a status without applying, or {@link #LOST}. */
  public void failAt(List<Integer> answers) {
    failures.addAll(answers);
  }

  /** Bodies by {@code Idempotency-Key}. */
  public Map<String, String> applied() {
    return Map.copyOf(applied);
  }

  /** Bodies in the order in which they were applied first. */
  public synchronized List<String> log() {
    return List.copyOf(log);
  }

  @Override
  public void close() {
    service.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int status = authorization.equals(header(exchange, "Authorization")) ? next() : 401;
    if (status == 200 || status == LOST) {
      apply(header(exchange, "Idempotency-Key"), body);
    }
    if (status != LOST) {
      exchange.sendResponseHeaders(status, -1);
    }
    exchange.close();
  }

  private synchronized void apply(String key, String body) {
    if (!applied.containsKey(key)) {
      log.add(body);
    }
    applied.merge(key, body, HttpSink::same);
  }

  private int next() {
    var failure = failures.poll();
    return failure == null ? 200 : failure;
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  /** The same key comes with the same body, or an update would be lost. */
  private static String same(String before, String now) {
    return before.equals(now) ? before : before + " AND THEN " + now;
  }
}
