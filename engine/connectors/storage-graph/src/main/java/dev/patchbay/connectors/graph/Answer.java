package dev.patchbay.connectors.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What Graph answered.
 *
 * @param json its body, missing where it is none
 * @param after how long it asks to wait, zero if it does not say
 */
record Answer(int status, JsonNode json, Duration after) {
  boolean ok() {
    return status >= 200 && status < 300;
  }

  /** Graph's name of what is wrong, such as {@code nameAlreadyExists}; empty if it has none. */
  String code() {
    return json.path("error").path("code").asText("");
  }
}
