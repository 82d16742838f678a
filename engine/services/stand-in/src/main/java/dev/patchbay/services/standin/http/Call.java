package dev.patchbay.services.standin.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One call as it arrived.
 *
 * @param path the raw path, still percent-encoded
 * @param query the raw query
 * @param headers by lower-case name
 */
public record Call(
    String method, String path, String query, Map<String, String> headers, byte[] body) {
  public Call {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The bearer token. */
  public Optional<String> bearer() {
    return credential("Bearer ");
  }

  /** What follows a scheme in the Authorization header. */
  public Optional<String> credential(String scheme) {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(value -> value.substring(scheme.length()).strip());
  }

  /** The body as a JSON object. */
  public ObjectNode object() {
    requireType("application/json");
    JsonNode json = Json.read(body);
    if (!(json instanceof ObjectNode object)) {
      throw Refusal.field("", "must be a JSON object");
    }
    return object;
  }

  /** Whether the media type is this one, parameters aside. */
  public boolean hasType(String type) {
    var given = header("content-type").orElse("");
    return given.split(";", 2)[0].strip().equalsIgnoreCase(type);
  }

  private void requireType(String type) {
    if (!hasType(type)) {
      throw Refusal.field("Content-Type", "must be " + type);
    }
  }
}
