package dev.patchbay.console.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.model.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call: request out, body or {@link Failure} back. Thread-safe. */
final class Transport implements AutoCloseable {
  static final String ROOT = "/api/v1/integration";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ObjectMapper json = Json.mapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(4)).build();
  private final URI server;
  private volatile String key;

  Transport(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /** A call to make: {@code version} becomes {@code If-Match}. */
  record Call(String method, String path, @Nullable Object body, @Nullable Long version) {
    static Call get(String path) {
      return new Call("GET", path, null, null);
    }

    static Call post(String path, @Nullable Object body) {
      return new Call("POST", path, body, null);
    }

    static Call put(String path, Object body, long version) {
      return new Call("PUT", path, body, version);
    }
  }

  <T> T send(Call call, TypeReference<T> answer) throws HubException, InterruptedException {
    var response = exchange(call);
    if (response.statusCode() / 100 != 2) {
      throw new HubException(failure(response));
    }
    try {
      return json.readValue(response.body(), answer);
    } catch (JsonProcessingException unreadable) {
      throw new HubException(
          new Failure.Unreadable(server.toString(), unreadable.getOriginalMessage()));
    }
  }

  void useKey(String other) {
    key = other;
  }

  HttpClient http() {
    return http;
  }

  ObjectMapper json() {
    return json;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + ROOT + path))
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> exchange(Call call) throws HubException, InterruptedException {
    try {
      return http.send(request(call), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new HubException(new Failure.Unreachable(server.toString(), reason(broken)));
    }
  }

  private HttpRequest request(Call call) throws JsonProcessingException {
    var request = request(call.path()).timeout(PATIENCE).header("Accept", "application/json");
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

  private Failure failure(HttpResponse<String> response) {
    var problem = problem(response);
    return switch (response.statusCode()) {
      case 401, 429 -> new Failure.LoggedOut(problem);
      case 403 -> new Failure.Forbidden(problem);
      case 412 -> new Failure.Stale(problem);
      default -> new Failure.Refused(problem);
    };
  }

  private Problem problem(HttpResponse<String> response) {
    int status = response.statusCode();
    try {
      return json.readValue(response.body(), Problem.class);
    } catch (JsonProcessingException notAProblem) {
      return new Problem("about:blank", "HTTP " + status, status, null, List.of(), null);
    }
  }

  private static String reason(IOException broken) {
    return switch (broken) {
      case HttpTimeoutException _ -> "no answer in time";
      case ConnectException _ -> "connection refused";
      default -> String.valueOf(broken.getMessage());
    };
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
