package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One call as it arrived, gunzipped and with X-HTTP-Method-Override already followed.
 *
 * @param path the raw path, still percent-encoded
 * @param headers by lower-case name
 */
public record ApiCall(
    String method, String path, Query query, Map<String, String> headers, Body body) {

  public ApiCall {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The OAuth token, from the header or the {@code access_token} parameter. */
  public Optional<String> bearer() {
    return header("authorization")
        .filter(h -> h.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(h -> h.substring(7).trim())
        .or(() -> query.first("access_token"))
        .or(() -> query.first("oauth_token"));
  }

  public JsonNode json() {
    return Json.read(body.bytes());
  }

  /** The {@code fields} parameter; selects everything when absent. */
  public FieldMask mask() {
    return query
        .first("fields")
        .or(() -> query.first("$fields"))
        .map(FieldMask::parse)
        .orElse(FieldMask.ALL);
  }
}
