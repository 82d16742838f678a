package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.Colors;
import dev.patchbay.sandbox.sheets.model.Sheet;
import java.util.ArrayList;
import java.util.List;

/** The kinds of sheet parts, the basic filter and conditional formats. */
final class SheetParts {

  static final SheetPart PROTECTED =
      new SheetPart(
          "protectedRanges",
          "protectedRange",
          "protectedRangeId",
          "ProtectedRange",
          SheetParts::protectedRange);

  static final SheetPart FILTER_VIEWS =
      new SheetPart(
          "filterViews", "filter", "filterViewId", "FilterView", (sent, _) -> titled(sent));

  static final SheetPart BANDS =
      new SheetPart(
          "bandedRanges",
          "bandedRange",
          "bandedRangeId",
          "BandedRange",
          (sent, _) -> Colors.paired(sent));

  private static final String FILTER = "basicFilter";
  private static final String FORMATS = "conditionalFormats";

  private SheetParts() {}

  /** Who protects a range may edit it. */
  private static ObjectNode protectedRange(ObjectNode sent, Batch batch) {
    ObjectNode item = Json.object();
    item.setAll(sent);
    for (String name : List.of("warningOnly", "description")) {
      if (Merge.isDefault(item.path(name))) {
        item.remove(name);
      }
    }
    item.put("requestingUserCanEdit", true);
    ObjectNode editors = item.putObject("editors");
    editors.putArray("users").add(batch.caller().email());
    sent.path("editors").path("users").forEach(editors.withArray("users")::add);
    return item;
  }

  private static ObjectNode titled(ObjectNode sent) {
    return sent.has("title") ? sent : sent.put("title", "Filter 1");
  }

  static ObjectNode setFilter(JsonNode request, Batch batch) {
    Sheet sheet = batch.range(request.path("filter").path("range")).sheet();
    ObjectNode filter = Merge.withoutNulls((ObjectNode) request.path("filter"));
    ObjectNode range = sheet.rangeJson(sheet.area(filter.path("range")));
    filter.set("range", range);
    sheet.part(FILTER, List.of(filter));
    return Json.object();
  }

  static ObjectNode clearFilter(JsonNode request, Batch batch) {
    batch.sheet(request.path("sheetId")).part(FILTER, List.of());
    return Json.object();
  }

  static ObjectNode addRule(JsonNode request, Batch batch) {
    Sheet sheet = batch.range(request.path("rule").path("ranges").path(0)).sheet();
    ObjectNode rule = (ObjectNode) request.path("rule");
    List<ObjectNode> rules = new ArrayList<>(sheet.part(FORMATS));
    rules.add(Math.clamp(request.path("index").asInt(0), 0, rules.size()), Colors.paired(rule));
    sheet.part(FORMATS, rules);
    return Json.object();
  }

  static ObjectNode deleteRule(JsonNode request, Batch batch) {
    Sheet sheet = batch.sheet(request.path("sheetId"));
    List<ObjectNode> rules = new ArrayList<>(sheet.part(FORMATS));
    int index = ruleIndex(request, rules);
    ObjectNode reply = Json.object();
    reply.set("rule", rules.remove(index));
    sheet.part(FORMATS, rules);
    return reply;
  }

  static ObjectNode updateRule(JsonNode request, Batch batch) {
    JsonNode wanted = request.path("rule");
    Sheet sheet =
        wanted.isObject() && !request.has("sheetId")
            ? batch.range(wanted.path("ranges").path(0)).sheet()
            : batch.sheet(request.path("sheetId"));
    List<ObjectNode> rules = new ArrayList<>(sheet.part(FORMATS));
    int index = ruleIndex(request, rules);
    ObjectNode old = rules.remove(index);
    int newIndex =
        wanted.isObject() ? index : Math.clamp(request.path("newIndex").asInt(0), 0, rules.size());
    ObjectNode rule = wanted instanceof ObjectNode object ? Colors.paired(object) : old;
    rules.add(newIndex, rule);
    sheet.part(FORMATS, rules);
    ObjectNode reply = Json.object().put("newIndex", newIndex);
    reply.set("newRule", rule);
    reply.put("oldIndex", index);
    reply.set("oldRule", old);
    return reply;
  }

  private static int ruleIndex(JsonNode request, List<ObjectNode> rules) {
    int index = request.path("index").asInt(0);
    if (index < 0 || index >= rules.size()) {
      throw ApiError.invalid("No conditional format on sheet at index: " + index);
    }
    return index;
  }
}
