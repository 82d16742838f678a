package dev.patchbay.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A caller of some JSON API who carries a bearer token. Thread-safe. */
final class HubApi implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;
  private final String token;

  private HubApi(URI root, String token) {
    this.root = root;
    this.token = token;
  }

  /** The hub's API at this address. */
  static HubApi of(URI server, String key) {
    return new HubApi(server.resolve("/api/v1/integration/"), key);
  }

  /** Any other API. */
  static HubApi foreign(URI root, String token) {
    return new HubApi(root, token);
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  JsonNode post(String path, Object body) {
    return send(json(path, "application/json", ServerJson.bytes(body)));
  }

  /** One CloudEvent in structured mode. */
  JsonNode postEvent(byte[] event) {
    return send(json("events", "application/cloudevents+json", event));
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest.Builder json(String path, String type, byte[] body) {
    return request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .timeout(LONGEST)
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      return read(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException failure) {
      throw new UncheckedIOException("no answer from " + root, failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + root + " was asked", stopped);
    }
  }

  private static JsonNode read(HttpResponse<byte[]> response) throws IOException {
    var answer = ServerJson.MAPPER.readTree(response.body());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.uri() + " answered " + answer);
    }
    return answer;
  }
}
