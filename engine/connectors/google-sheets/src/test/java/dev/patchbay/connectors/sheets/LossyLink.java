package dev.patchbay.connectors.sheets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * A network between client and server that loses and delays what a test tells it to: reads pass,
 * writes ({@code :batchUpdate} calls) go through the next rule. Thread-safe.
 */
final class LossyLink implements AutoCloseable {
  private static final Set<String> HOP_HEADERS =
      Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect");

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI far;
  private final Queue<Rule> rules = new ArrayDeque<>();
  private final List<HttpRequest> held = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  /** What happens to one write. */
  @FunctionalInterface
  interface Rule {
    void handle(HttpExchange near, HttpRequest request) throws IOException;
  }

  LossyLink(URI far) {
    this.far = far;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** The next write is done, its answer is not passed on. */
  void loseAnswer() {
    add(
        (near, request) -> {
          send(request);
          near.close();
        });
  }

  /** The next write is not passed on. */
  void loseRequest() {
    add((near, _) -> near.close());
  }

  /** The next write is passed on only by {@link #release}. */
  void hold() {
    add(
        (near, request) -> {
          synchronized (this) {
            held.add(request);
          }
          near.close();
        });
  }

  /** Only the first bytes of the next write's answer arrive. */
  void truncateAnswer() {
    add(
        (near, request) -> {
          var answer = send(request);
          near.getResponseHeaders().set("Content-Type", "application/json");
          near.sendResponseHeaders(answer.statusCode(), 100_000);
          near.getResponseBody()
              .write("{\"updatedSpreadsheet\":{\"sheets\":[".getBytes(StandardCharsets.UTF_8));
          near.close();
        });
  }

  /** Somebody acts right before the next write arrives. */
  void beforeNextWrite(Runnable action) {
    add(
        (near, request) -> {
          action.run();
          answer(near, send(request));
        });
  }

  /** The next write passes untouched. */
  void pass() {
    add((near, request) -> answer(near, send(request)));
  }

  /** What was held back arrives. */
  List<Integer> release() {
    List<HttpRequest> late;
    synchronized (this) {
      late = List.copyOf(held);
      held.clear();
    }
    return late.stream().map(request -> send(request).statusCode()).toList();
  }

  /** Calls since the last time this was asked: {@code read} or {@code write}. */
  synchronized List<String> calls() {
    var seen = List.copyOf(calls);
    calls.clear();
    return seen;
  }

  private synchronized void add(Rule rule) {
    rules.add(rule);
  }

  private void handle(HttpExchange near) throws IOException {
    var body = near.getRequestBody().readAllBytes();
    var request = request(near, body);
    boolean write = near.getRequestURI().getPath().endsWith(":batchUpdate");
    var rule = note(near, write);
    rule.handle(near, request);
  }

  private synchronized Rule note(HttpExchange near, boolean write) {
    if (near.getRequestURI().getPath().startsWith("/v4/")) {
      calls.add(write ? "write" : "read");
    }
    var rule = write ? rules.poll() : null;
    return rule == null ? (from, passed) -> answer(from, send(passed)) : rule;
  }

  private HttpRequest request(HttpExchange near, byte[] body) {
    var request =
        HttpRequest.newBuilder(far.resolve(near.getRequestURI().toString()))
            .method(near.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    near.getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange near, HttpResponse<byte[]> answer) throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!HOP_HEADERS.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                near.getResponseHeaders().put(name, values);
              }
            });
    var body = answer.body();
    near.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    near.getResponseBody().write(body);
    near.close();
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
