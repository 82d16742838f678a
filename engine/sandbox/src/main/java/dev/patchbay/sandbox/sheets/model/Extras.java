package dev.patchbay.sandbox.sheets.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;

/**
 * What a cell has besides its value: fields of CellData such as {@code userEnteredFormat}, {@code
 * note}, {@code dataValidation}. The tree is never changed once it is here, and often shared.
 */
public record Extras(ObjectNode fields) {

  public static final Extras NONE = new Extras(Json.object());

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  public JsonNode get(String field) {
    return fields.path(field);
  }

  /** These extras with one field replaced; a missing, null or empty value removes it. */
  public Extras with(String field, JsonNode value) {
    boolean remove =
        value.isMissingNode() || value.isNull() || (value.isContainerNode() && value.isEmpty());
    if (remove && !fields.has(field)) {
      return this;
    }
    ObjectNode copy = Json.object();
    copy.setAll(fields);
    if (remove) {
      copy.remove(field);
    } else {
      copy.set(field, value);
    }
    return copy.isEmpty() ? NONE : new Extras(copy);
  }
}
