package dev.patchbay.connectors.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the stand-in answers; as an exception where it refuses. */
final class StandInAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient byte[] body;
  private final transient Map<String, String> headers;

  private StandInAnswer(int status, byte[] body, Map<String, String> headers) {
    super("answer " + status, null, false, false);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  static StandInAnswer json(int status, JsonNode json) {
    return new StandInAnswer(
        status,
        json.toString().getBytes(StandardCharsets.UTF_8),
        Map.of("Content-Type", "application/json"));
  }

  static StandInAnswer empty(int status) {
    return new StandInAnswer(status, new byte[0], Map.of());
  }

  static StandInAnswer bytes(byte[] content) {
    return new StandInAnswer(200, content, Map.of("Content-Type", "application/octet-stream"));
  }

  static StandInAnswer redirect(String location) {
    return new StandInAnswer(307, new byte[0], Map.of("Location", location));
  }

  /** A refusal in the form of Graph's. */
  static StandInAnswer error(int status, String code) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("error").put("code", code).put("message", "words of Microsoft");
    return json(status, json);
  }

  static StandInAnswer later(int status, int seconds) {
    var refusal = error(status, "activityLimitReached");
    return new StandInAnswer(
        status, refusal.body, Map.of("Retry-After", Integer.toString(seconds)));
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }
}
