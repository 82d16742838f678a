package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One authenticated call on its way through an operation.
 *
 * @param names what the route took from the path, decoded: file id, range, sheet id
 */
public record Exchange(ApiCall call, List<String> names, Caller caller, Moment moment) {

  public Exchange {
    names = List.copyOf(names);
  }

  public String name(int index) {
    return names.get(index);
  }

  public Query query() {
    return call.query();
  }

  /** The body, checked against a message type of Sheets. */
  public JsonNode body(String type) {
    return body(type, "");
  }

  public JsonNode body(String type, String root) {
    JsonNode body = call.json();
    Schema.SHEETS.check(type, body, root);
    return body;
  }

  /** The fields parameter, checked against the type of the answer. */
  public FieldMask mask(String type) {
    FieldMask mask = call.mask();
    Schema.SHEETS.check(type, mask);
    return mask;
  }

  /** A 200 with the part of the answer that was asked for. */
  public Answer answer(String type, JsonNode body) {
    return Answer.ok(mask(type).apply(body));
  }
}
