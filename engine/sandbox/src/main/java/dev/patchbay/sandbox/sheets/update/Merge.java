package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;

/** Takes the masked fields of one object into another. */
final class Merge {

  private Merge() {}

  /**
   * A copy of {@code old} in which each masked field is as in {@code data}, gone where it is absent
   * there.
   */
  static ObjectNode masked(JsonNode old, JsonNode data, FieldMask mask) {
    ObjectNode merged = Json.object();
    if (old instanceof ObjectNode object) {
      merged.setAll(object);
    }
    if (mask.all()) {
      return data instanceof ObjectNode object ? withoutNulls(object) : Json.object();
    }
    mask.children()
        .forEach(
            (name, below) -> {
              JsonNode value = data.path(name);
              if (!below.all()) {
                ObjectNode inner = masked(merged.path(name), value, below);
                put(merged, name, inner.isEmpty() ? Json.object().nullNode() : inner);
              } else {
                put(merged, name, value instanceof ObjectNode o ? withoutNulls(o) : value);
              }
            });
    return merged;
  }

  private static void put(ObjectNode object, String name, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      object.remove(name);
    } else {
      object.set(name, value);
    }
  }

  /** Removes the null members, as JSON gives an unset field. */
  static ObjectNode withoutNulls(ObjectNode object) {
    ObjectNode kept = Json.object();
    object
        .properties()
        .forEach(
            e -> {
              if (e.getValue() instanceof ObjectNode inner) {
                kept.set(e.getKey(), withoutNulls(inner));
              } else if (!e.getValue().isNull()) {
                kept.set(e.getKey(), e.getValue());
              }
            });
    return kept;
  }

  /** Removes what proto3 does not print: false, 0 and empty text. */
  static ObjectNode withoutDefaults(ObjectNode object) {
    ObjectNode kept = Json.object();
    object
        .properties()
        .forEach(
            e -> {
              JsonNode value = e.getValue();
              if (value instanceof ObjectNode inner) {
                kept.set(e.getKey(), withoutDefaults(inner));
              } else if (!isDefault(value)) {
                kept.set(e.getKey(), value);
              }
            });
    return kept;
  }

  static boolean isDefault(JsonNode value) {
    return value.isNull()
        || (value.isBoolean() && !value.booleanValue())
        || (value.isNumber() && value.doubleValue() == 0)
        || (value.isTextual() && value.textValue().isEmpty());
  }
}
