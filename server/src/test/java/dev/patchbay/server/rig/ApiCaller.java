package dev.patchbay.server.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Calls the API as somebody, and remembers nothing.
 *
 * @param root address of the hub
 * @param key API key, empty for a stranger
 * @param heard told of every answer
 */
public record ApiCaller(HttpClient client, URI root, Optional<String> key, Consumer<byte[]> heard) {
  private static final String ROOT = "/api/v1/integration";
  private static final String JSON = "application/json";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** The same with another key. */
  public ApiCaller as(String otherKey) {
    return new ApiCaller(client, root, Optional.of(otherKey), heard);
  }

  /** The same without a key. */
  public ApiCaller stranger() {
    return new ApiCaller(client, root, Optional.empty(), heard);
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  /** Posts nothing, as commands like pause are given. */
  public Reply post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  /** Posts JSON: a record, or a text as it stands. */
  public Reply post(String path, Object body) {
    return post(path, JSON, body);
  }

  public Reply post(String path, String mediaType, Object body) {
    return send(with("POST", path, mediaType, body));
  }

  /** Replaces what has this ETag. */
  public Reply put(String path, String ifMatch, Object body) {
    return send(with("PUT", path, JSON, body).header("If-Match", ifMatch));
  }

  public Reply delete(String path) {
    return send(request(path).DELETE());
  }

  /** Deletes what has this ETag. */
  public Reply delete(String path, String ifMatch) {
    return send(request(path).header("If-Match", ifMatch).DELETE());
  }

  /** A request with a body, to be refined and sent. */
  public HttpRequest.Builder with(String method, String path, String mediaType, Object body) {
    return request(path)
        .header("Content-Type", mediaType)
        .method(method, BodyPublishers.ofByteArray(Reply.bytes(body)));
  }

  /** A request without a body, to be refined and sent. */
  public HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(uri(path)).timeout(LONGEST);
    key.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    return request;
  }

  public Reply send(HttpRequest.Builder request) {
    var reply = Reply.of(call(request, HttpResponse.BodyHandlers.ofByteArray()));
    heard.accept(Reply.bytes(reply.toString()));
    return reply;
  }

  /** Sends and lets the answer be read by a handler. */
  public <T> HttpResponse<T> call(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  private URI uri(String path) {
    return URI.create(root + (path.startsWith("//") ? path.substring(1) : ROOT + path));
  }
}
