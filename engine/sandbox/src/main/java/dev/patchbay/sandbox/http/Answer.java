package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What goes back over the wire. */
public record Answer(int status, String contentType, Body body, Map<String, String> headers) {

  public static final String JSON = "application/json; charset=UTF-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer ok(JsonNode body) {
    return json(200, body);
  }

  public static Answer json(int status, JsonNode body) {
    return new Answer(status, JSON, Body.of(Json.write(body)), Map.of());
  }

  public static Answer empty(int status) {
    return new Answer(status, "", Body.EMPTY, Map.of());
  }

  public static Answer bytes(String contentType, Body body) {
    return new Answer(200, contentType, body, Map.of());
  }

  public static Answer text(String contentType, String body) {
    return bytes(contentType, Body.of(body));
  }

  public Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, contentType, body, more);
  }
}
