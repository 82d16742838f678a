package dev.patchbay.server.client;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Calls of some JSON API with a bearer token. Thread-safe. */
public final class JsonApi implements AutoCloseable {
  /** Media type of plain JSON. */
  static final String JSON = "application/json";

  private static final String BOUNDARY = "----part-of-a-form-of-patchbay";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final JavaType TREE = ServerJson.MAPPER.constructType(JsonNode.class);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI root;
  private final String token;

  /**
   * A caller.
   *
   * @param root what paths are resolved against
   */
  public JsonApi(URI root, String token) {
    this.root = root;
    this.token = token;
  }

  /** What stands there. */
  public Answer<JsonNode> get(String path) {
    return send(request(path), TREE);
  }

  /** Posts a body as JSON. */
  public Answer<JsonNode> post(String path, Object body) {
    return send(post(path, JSON, ServerJson.bytes(body)), TREE);
  }

  /** Deletes what stands there. */
  public Answer<JsonNode> delete(String path) {
    return send(request(path).DELETE(), TREE);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  HttpRequest.Builder post(String path, String mediaType, byte[] body) {
    return request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body));
  }

  /** A form (RFC 7578) of a part with JSON and a file, which is read as it is sent. */
  HttpRequest.Builder upload(String path, String part, String json, Path file) throws IOException {
    var before =
        """
        --%1$s\r
        Content-Disposition: form-data; name="%2$s"\r
        \r
        %3$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%4$s"\r
        \r
        """
            .formatted(BOUNDARY, part, json, file.getFileName());
    var form =
        BodyPublishers.concat(
            BodyPublishers.ofString(before),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    return request(path)
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(form);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + token);
  }

  <T> Answer<T> send(HttpRequest.Builder request, JavaType type) {
    try {
      return read(http.send(request.build(), BodyHandlers.ofByteArray()), type);
    } catch (IOException gone) {
      return new Answer.Unreachable<>("the server at " + root + " does not answer");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Answer.Unreachable<>("interrupted");
    }
  }

  private static <T> Answer<T> read(HttpResponse<byte[]> response, JavaType type)
      throws IOException {
    int status = response.statusCode();
    if (status == 503) {
      return new Answer.Unreachable<>("the server asks to come again later");
    }
    return status < 300
        ? new Answer.Done<>(ServerJson.MAPPER.readValue(response.body(), type))
        : new Answer.Refused<>(status, Refusal.inWords(response.body()));
  }
}
