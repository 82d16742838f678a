package dev.patchbay.services.standin.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What goes back over the wire. */
public record Answer(int status, String contentType, JsonNode body, Map<String, String> headers) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer json(int status, JsonNode body) {
    return new Answer(status, "application/json", body, Map.of());
  }

  public static Answer ok(JsonNode body) {
    return json(200, body);
  }

  static Answer problem(int status, JsonNode body) {
    return new Answer(status, "application/problem+json", body, Map.of());
  }

  public Answer with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, contentType, body, more);
  }
}
