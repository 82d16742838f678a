package dev.patchbay.connectors.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.patchbay.spi.CallObserver;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.Cutoff;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests, each once and none past its deadline; follows no redirect. Thread-safe. */
final class Transport implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int LONGEST = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Cutoff cutoff = new Cutoff("graph");

  /** Of the older version, where a request that breaks off cannot be taken for one that ended. */
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .executor(cutoff.threads())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final CallObserver calls;

  Transport(CallObserver calls) {
    this.calls = calls;
  }

  /** Makes something of an answer. */
  @FunctionalInterface
  interface Reader<T> {
    T read(int status, InputStream body) throws IOException, StoreFailure;
  }

  /** As {@link #send}, of a request that is answered by JSON, of which 1 MB is read at most. */
  Answer ask(String method, HttpRequest request, Deadline deadline)
      throws IOException, StoreFailure {
    return timed(method, request, deadline, Transport::answer);
  }

  /**
   * Sends a request and reads its answer.
   *
   * @param method as calls are counted by
   * @throws IOException if it was not answered
   * @throws StoreFailure if it was not sent
   */
  <T> T send(String method, HttpRequest request, Deadline deadline, Reader<T> reader)
      throws IOException, StoreFailure {
    return timed(
        method, request, deadline, (response, body) -> reader.read(response.statusCode(), body));
  }

  @Override
  public void close() {
    http.shutdownNow();
    cutoff.close();
  }

  private <T> T timed(String method, HttpRequest request, Deadline deadline, Whole<T> whole)
      throws IOException, StoreFailure {
    long started = System.nanoTime();
    var status = new String[] {"io"};
    try {
      return cutoff.call(() -> exchange(request, whole, status), deadline);
    } finally {
      calls.called(method, status[0], Duration.ofNanos(System.nanoTime() - started));
    }
  }

  private <T> T exchange(HttpRequest request, Whole<T> whole, String[] status)
      throws IOException, InterruptedException, StoreFailure {
    var response = http.send(request, BodyHandlers.ofInputStream());
    status[0] = Integer.toString(response.statusCode());
    try (var body = response.body()) {
      return whole.read(response, body);
    }
  }

  private static Answer answer(HttpResponse<?> response, InputStream body) throws IOException {
    return new Answer(response.statusCode(), json(body), after(response));
  }

  /** A proxy on the way may answer anything. */
  private static JsonNode json(InputStream body) throws IOException {
    var bytes = body.readNBytes(LONGEST);
    try {
      var tree = JSON.readTree(bytes);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException unreadable) {
      return MissingNode.getInstance();
    }
  }

  private static Duration after(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(Duration.ZERO);
  }

  @FunctionalInterface
  private interface Whole<T> {
    T read(HttpResponse<?> response, InputStream body) throws IOException, StoreFailure;
  }
}
