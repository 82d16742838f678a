package dev.patchbay.sandbox.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.patchbay.sandbox.http.Json;
import java.util.Map;
import java.util.Set;

/**
 * Answers made comparable: times, theme, default format and Google's opaque marks count by their
 * presence, all else stays as it is, with members in order.
 */
final class Comparison {

  private static final JsonNode PRESENT = TextNode.valueOf("(present)");

  private static final Set<String> BY_PRESENCE =
      Set.of(
          "createdTime",
          "modifiedTime",
          "createdDate",
          "modifiedDate",
          "modifiedByMeDate",
          "lastViewedByMeDate",
          "defaultFormat",
          "spreadsheetTheme",
          "etag",
          "version",
          "embedLink",
          "thumbnailLink");

  private Comparison() {}

  static JsonNode comparable(JsonNode json) {
    if (json instanceof ObjectNode object) {
      var comparable = Json.object();
      object.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(e -> comparable.set(e.getKey(), member(e.getKey(), e.getValue())));
      return comparable;
    }
    if (json instanceof ArrayNode items) {
      var comparable = Json.array();
      items.forEach(item -> comparable.add(comparable(item)));
      return comparable;
    }
    return json;
  }

  private static JsonNode member(String name, JsonNode value) {
    return BY_PRESENCE.contains(name) ? PRESENT : comparable(value);
  }
}
