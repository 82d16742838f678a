package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.a1.CellSpan;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import java.util.ArrayList;
import java.util.List;

/** addNamedRange, updateNamedRange and deleteNamedRange. */
final class NamedRangeRequests {

  private static final int LONGEST = 250;

  private NamedRangeRequests() {}

  static ObjectNode add(JsonNode request, Batch batch) {
    Spreadsheet draft = batch.draft();
    JsonNode wanted = request.path("namedRange");
    String id = wanted.path("namedRangeId").asText("");
    if (id.isEmpty()) {
      id = Integer.toString(batch.moment().id());
    }
    if (find(draft, id) >= 0) {
      throw ApiError.invalid("A named range with id " + id + " already exists.");
    }
    ObjectNode range = checked(wanted, id, batch);
    List<ObjectNode> ranges = new ArrayList<>(draft.namedRanges());
    ranges.add(range);
    draft.namedRanges(ranges);
    ObjectNode reply = Json.object();
    reply.set("namedRange", Spreadsheet.nameJson(range));
    return reply;
  }

  static ObjectNode update(JsonNode request, Batch batch) {
    FieldMask mask = Batch.fields(request, "NamedRange");
    Spreadsheet draft = batch.draft();
    JsonNode wanted = request.path("namedRange");
    int index = require(draft, wanted.path("namedRangeId").asText(""));
    ObjectNode old = draft.namedRanges().get(index);
    String id = old.path("namedRangeId").asText();
    ObjectNode merged = Merge.masked(old, wanted, mask).put("namedRangeId", id);
    List<ObjectNode> ranges = new ArrayList<>(draft.namedRanges());
    ranges.set(index, checked(merged, id, batch));
    draft.namedRanges(ranges);
    return Json.object();
  }

  static ObjectNode delete(JsonNode request, Batch batch) {
    Spreadsheet draft = batch.draft();
    List<ObjectNode> ranges = new ArrayList<>(draft.namedRanges());
    ranges.remove(require(draft, request.path("namedRangeId").asText("")));
    draft.namedRanges(ranges);
    return Json.object();
  }

  private static ObjectNode checked(JsonNode wanted, String id, Batch batch) {
    String name = wanted.path("name").asText("");
    boolean valid =
        name.matches("[A-Za-z_][A-Za-z0-9_]*")
            && name.length() <= LONGEST
            && !name.matches("(?i)true|false")
            && CellSpan.parse(name).isEmpty();
    if (!valid) {
      throw ApiError.invalid(
          "The name of a named range may contain only letters, numbers and underscores, must not"
              + " start with a number and must not look like a cell: "
              + name);
    }
    for (ObjectNode other : batch.draft().namedRanges()) {
      boolean same = other.path("namedRangeId").asText().equals(id);
      if (!same && other.path("name").asText().equalsIgnoreCase(name)) {
        throw ApiError.invalid("A named range with name " + name + " already exists.");
      }
    }
    batch.range(wanted.path("range"));
    ObjectNode range = Json.object().put("namedRangeId", id).put("name", name);
    range.set("range", wanted.path("range"));
    return range;
  }

  private static int require(Spreadsheet draft, String id) {
    int index = find(draft, id);
    if (index < 0) {
      throw ApiError.invalid("No named range with id: " + id);
    }
    return index;
  }

  private static int find(Spreadsheet draft, String id) {
    for (int i = 0; i < draft.namedRanges().size(); i++) {
      if (draft.namedRanges().get(i).path("namedRangeId").asText().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
