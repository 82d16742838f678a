package dev.patchbay.sandbox.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What stands in the sandbox for the ids and accounts of a recording. A pair is learnt where an
 * answer first shows it, holds from then on, and goes into later requests.
 */
final class Names {

  private static final Set<String> GIVEN =
      Set.of(
          "id",
          "spreadsheetId",
          "sheetId",
          "namedRangeId",
          "protectedRangeId",
          "filterViewId",
          "bandedRangeId",
          "metadataId",
          "permissionId",
          "emailAddress",
          "users",
          "ownerNames");

  /** What a caller sets or everybody has the same; it is not given by the server. */
  private static final Set<String> FIXED = Set.of("", "0", "me", "anyoneWithLink");

  private final Map<String, String> known = new LinkedHashMap<>();

  /** Learns the pairs that stand at the same place in both trees. */
  void learn(String name, JsonNode recorded, JsonNode answered) {
    if (recorded instanceof ObjectNode object) {
      object.properties().forEach(e -> learn(e.getKey(), e.getValue(), answered.path(e.getKey())));
    } else if (recorded instanceof ArrayNode items) {
      for (int i = 0; i < items.size(); i++) {
        learn(name, items.get(i), answered.path(i));
      }
    } else if (GIVEN.contains(name) && answered.isValueNode()) {
      pair(recorded.asText(), answered.asText());
    }
  }

  private void pair(String recorded, String answered) {
    if (!FIXED.contains(recorded) && !FIXED.contains(answered)) {
      known.putIfAbsent(recorded, answered);
    }
  }

  /** The text with the sandbox's names in place of the recorded ones. */
  String translate(String text) {
    var translated = text;
    for (var pair : known.entrySet()) {
      translated = translated.replace(pair.getKey(), pair.getValue());
    }
    return translated;
  }

  JsonNode translate(JsonNode json) {
    return Json.read("[" + translate(Json.text(json)) + "]").path(0);
  }
}
