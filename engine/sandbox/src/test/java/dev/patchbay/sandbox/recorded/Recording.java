package dev.patchbay.sandbox.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call that was made to Google, and what Google answered.
 *
 * @param number its place in the conversation
 * @param path with the query
 * @param body null, JSON, or a text that was sent as it is
 */
record Recording(
    int number, String method, String path, JsonNode body, int status, JsonNode response) {

  /** All conversations by name, each in its order. */
  static Map<String, List<Recording>> conversations() {
    var conversations = new LinkedHashMap<String, List<Recording>>();
    try {
      for (var line : Files.readAllLines(SharedData.file("data/google/recordings.jsonl"))) {
        var json = Json.read(line);
        conversations
            .computeIfAbsent(json.path("case").asText(), _ -> new ArrayList<>())
            .add(read(json));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return conversations;
  }

  private static Recording read(JsonNode json) {
    return new Recording(
        json.path("n").asInt(),
        json.path("method").asText(),
        json.path("path").asText(),
        json.path("body"),
        json.path("status").asInt(),
        json.path("response"));
  }
}
