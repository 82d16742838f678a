package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Lines;
import dev.patchbay.sandbox.sheets.model.Sheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** addDimensionGroup, updateDimensionGroup and deleteDimensionGroup. */
final class GroupRequests {

  private GroupRequests() {}

  /** A group over existing ones raises the depth of what lies inside it. */
  static ObjectNode add(JsonNode request, Batch batch) {
    DimensionRequests.Span span = DimensionRequests.Span.of(request.path("range"), batch);
    Lines lines = span.sheet().lines(span.dimension());
    int depth = 1;
    List<Lines.Group> groups = new ArrayList<>();
    for (Lines.Group group : lines.groups()) {
      boolean around = group.start() <= span.start() && group.end() >= span.end();
      boolean within = !around && group.start() >= span.start() && group.end() <= span.end();
      depth = around ? Math.max(depth, group.depth() + 1) : depth;
      groups.add(within ? deeper(group, 1) : group);
    }
    groups.add(new Lines.Group(span.start(), span.end(), depth, false));
    groups.sort(Comparator.comparingInt(Lines.Group::depth).thenComparingInt(Lines.Group::start));
    lines.groups(groups);
    controlAfter(span.sheet(), span.dimension());
    return reply(span);
  }

  static ObjectNode delete(JsonNode request, Batch batch) {
    DimensionRequests.Span span = DimensionRequests.Span.of(request.path("range"), batch);
    Lines lines = span.sheet().lines(span.dimension());
    Lines.Group deleted =
        lines.groups().stream()
            .filter(g -> g.start() == span.start() && g.end() == span.end())
            .max(Comparator.comparingInt(Lines.Group::depth))
            .orElseThrow(() -> ApiError.invalid("No dimension group exists for the given range."));
    List<Lines.Group> groups = new ArrayList<>(lines.groups());
    groups.remove(deleted);
    groups.replaceAll(
        g ->
            g.start() >= deleted.start() && g.end() <= deleted.end() && g.depth() > deleted.depth()
                ? deeper(g, -1)
                : g);
    lines.groups(groups);
    return reply(span);
  }

  static ObjectNode update(JsonNode request, Batch batch) {
    FieldMask mask = Batch.fields(request, "DimensionGroup");
    JsonNode wanted = request.path("dimensionGroup");
    DimensionRequests.Span span = DimensionRequests.Span.of(wanted.path("range"), batch);
    Lines lines = span.sheet().lines(span.dimension());
    List<Lines.Group> groups = new ArrayList<>(lines.groups());
    int depth = wanted.path("depth").asInt(0);
    boolean found = false;
    for (int i = 0; i < groups.size(); i++) {
      Lines.Group g = groups.get(i);
      if (g.start() == span.start() && g.end() == span.end() && g.depth() == depth) {
        boolean collapsed =
            mask.wants("collapsed") ? wanted.path("collapsed").asBoolean() : g.collapsed();
        groups.set(i, new Lines.Group(g.start(), g.end(), g.depth(), collapsed));
        found = true;
      }
    }
    if (!found) {
      throw ApiError.invalid("No dimension group exists for the given range and depth.");
    }
    lines.groups(groups);
    return Json.object();
  }

  private static Lines.Group deeper(Lines.Group group, int by) {
    return new Lines.Group(group.start(), group.end(), group.depth() + by, group.collapsed());
  }

  /** The first group puts its control after the lines, and so it stays. */
  private static void controlAfter(Sheet sheet, Dimension dimension) {
    String name = dimension == Dimension.ROWS ? "rowGroupControlAfter" : "columnGroupControlAfter";
    ObjectNode properties = sheet.properties().deepCopy();
    properties.withObject("/gridProperties").put(name, true);
    sheet.properties(properties);
  }

  private static ObjectNode reply(DimensionRequests.Span span) {
    ArrayNode groups = span.sheet().groupsJson(span.dimension());
    ObjectNode reply = Json.object();
    if (!groups.isEmpty()) {
      reply.set("dimensionGroups", groups);
    }
    return reply;
  }
}
