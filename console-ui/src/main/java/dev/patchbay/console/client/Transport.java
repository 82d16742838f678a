package dev.patchbay.console.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.model.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One call: request out, body or {@link Failure} back. Thread-safe. */
final class Transport implements AutoCloseable {
  static final String ROOT = "/api/v1/integration";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern KEY = Pattern.compile("[!-~]+");
  private static final Problem NO_KEY =
      new Problem("about:blank", "Not a key", 401, null, List.of(), null);

  private final ObjectMapper json = Json.mapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(4)).build();
  private final URI server;
  private final Duration patience;
  private volatile String key;
  private volatile boolean readOnly;

  Transport(URI server, String key) {
    this(server, key, PATIENCE);
  }

  Transport(URI server, String key, Duration patience) {
    this.server = server;
    this.key = key;
    this.patience = patience;
  }

  /**
   * A call to make: {@code version} becomes {@code If-Match}.
   *
   * @param changes whether it may change something at the hub or behind it
   */
  record Call(
      String method, String path, @Nullable Object body, @Nullable Long version, boolean changes) {
    static Call get(String path) {
      return new Call("GET", path, null, null, false);
    }

    /** A question too long for an address. */
    static Call ask(String path, Object body) {
      return new Call("POST", path, body, null, false);
    }

    static Call post(String path, @Nullable Object body) {
      return new Call("POST", path, body, null, true);
    }

    /** A change without a body. */
    static Call change(String path, long version) {
      return new Call("POST", path, null, version, true);
    }

    static Call delete(String path, long version) {
      return new Call("DELETE", path, null, version, true);
    }

    static Call put(String path, Object body, long version) {
      return new Call("PUT", path, body, version, true);
    }
  }

  <T> T send(Call call, TypeReference<T> answer) throws HubException, InterruptedException {
    return read(response(call), answer);
  }

  /** Sends what is answered by nothing but a yes. */
  void send(Call call) throws HubException, InterruptedException {
    demandSuccess(response(call));
  }

  private HttpResponse<byte[]> response(Call call) throws HubException, InterruptedException {
    if (call.changes()) {
      demandWritable();
    }
    try {
      return exchange(withKey -> request(call, withKey), BodyHandlers.ofByteArray());
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  void demandWritable() throws HubException {
    if (readOnly) {
      throw new HubException(new Failure.ReadOnly());
    }
  }

  <T> T read(HttpResponse<byte[]> response, TypeReference<T> answer) throws HubException {
    demandSuccess(response);
    try {
      return json.readValue(response.body(), answer);
    } catch (IOException unreadable) {
      throw new HubException(new Failure.Unreadable(server.toString(), reason(unreadable)));
    }
  }

  private void demandSuccess(HttpResponse<byte[]> response) throws HubException {
    if (response.statusCode() / 100 != 2) {
      throw new HubException(failure(response.statusCode(), response.body()));
    }
  }

  /** A request for a key. */
  @FunctionalInterface
  interface Asking {
    HttpRequest with(String key) throws IOException;
  }

  /** A key that was refused and is replaced by now says nothing about the new one. */
  <B> HttpResponse<B> exchange(Asking request, BodyHandler<B> handler)
      throws IOException, HubException, InterruptedException {
    var used = key;
    var response = http.send(request.with(wellFormed(used)), handler);
    if (response.statusCode() != 401 || used.equals(key)) {
      return response;
    }
    if (response.body() instanceof Closeable refusal) {
      refusal.close();
    }
    return http.send(request.with(wellFormed(key)), handler);
  }

  private static String wellFormed(String key) throws HubException {
    if (!KEY.matcher(key).matches()) {
      throw new HubException(new Failure.LoggedOut(NO_KEY));
    }
    return key;
  }

  HubException unreachable(IOException broken) {
    return new HubException(new Failure.Unreachable(server.toString(), reason(broken)));
  }

  void useKey(String other) {
    key = other;
  }

  void readOnly(boolean wanted) {
    readOnly = wanted;
  }

  HttpClient http() {
    return http;
  }

  ObjectMapper json() {
    return json;
  }

  /** The key of calls that begin now. */
  String key() {
    return key;
  }

  HttpRequest.Builder request(String path, String withKey) {
    return HttpRequest.newBuilder(URI.create(server + ROOT + path))
        .header("Authorization", "Bearer " + withKey);
  }

  private HttpRequest request(Call call, String withKey) throws JsonProcessingException {
    var request =
        request(call.path(), withKey).timeout(patience).header("Accept", "application/json");
    if (call.version() != null) {
      request.header("If-Match", "\"" + call.version() + "\"");
    }
    if (call.body() == null) {
      return request.method(call.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(call.method(), BodyPublishers.ofString(json.writeValueAsString(call.body())))
        .build();
  }

  /** What an answer other than 2xx means. */
  Failure failure(int status, byte[] body) {
    var problem = problem(status, body);
    return switch (status) {
      case 401, 429 -> new Failure.LoggedOut(problem);
      case 403 -> new Failure.Forbidden(problem);
      case 412 -> new Failure.Stale(problem);
      default -> new Failure.Refused(problem);
    };
  }

  private Problem problem(int status, byte[] body) {
    try {
      return json.readValue(body, Problem.class);
    } catch (IOException notAProblem) {
      return new Problem("about:blank", "HTTP " + status, status, null, List.of(), null);
    }
  }

  static String reason(IOException broken) {
    return switch (broken) {
      case HttpTimeoutException _ -> "no answer in time";
      case ConnectException _ -> "connection refused";
      case JsonProcessingException unreadable -> unreadable.getOriginalMessage();
      default -> String.valueOf(broken.getMessage());
    };
  }

  /** Never holds the key. */
  @Override
  public String toString() {
    return "Transport[" + server + "]";
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
