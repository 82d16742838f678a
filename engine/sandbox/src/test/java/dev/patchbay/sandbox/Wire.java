package dev.patchbay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plain HTTP to a sandbox, byte for byte as a test writes it, with a bearer token.
 *
 * @param token goes into each call; none is sent when it is empty
 */
public record Wire(HttpClient client, URI root, String token) implements AutoCloseable {

  /** An answer as it came. */
  public record Reply(int status, Map<String, String> headers, String body) {

    public Reply {
      headers = Map.copyOf(headers);
    }

    public JsonNode json() {
      return Json.read(body);
    }

    public Optional<String> header(String lowerCaseName) {
      return Optional.ofNullable(headers.get(lowerCaseName));
    }
  }

  public static Wire to(Sandbox sandbox, String token) {
    return new Wire(HttpClient.newHttpClient(), sandbox.uri(), token);
  }

  /** Path of a new spreadsheet. */
  public String newBook() {
    var reply = post("/v4/spreadsheets", "{}");
    return "/v4/spreadsheets/" + reply.json().path("spreadsheetId").asText();
  }

  public Reply get(String path) {
    return send("GET", path, Map.of(), "");
  }

  public Reply post(String path, String json) {
    return send("POST", path, Map.of("Content-Type", "application/json"), json);
  }

  public Reply send(String method, String path, Map<String, String> headers, String body) {
    return send(method, path, headers, BodyPublishers.ofString(body));
  }

  public Reply send(
      String method, String path, Map<String, String> headers, HttpRequest.BodyPublisher body) {
    var request = HttpRequest.newBuilder(URI.create(root + path)).method(method, body);
    headers.forEach(request::header);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return reply(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Reply reply(HttpResponse<String> response) {
    var headers = new HashMap<String, String>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    return new Reply(response.statusCode(), headers, response.body());
  }

  @Override
  public void close() {
    client.close();
  }
}
