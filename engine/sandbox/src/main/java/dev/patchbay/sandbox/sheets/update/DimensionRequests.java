package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Sheet;

/** append-, insert-, delete- and autoResizeDimension(s), updateDimensionProperties. */
final class DimensionRequests {

  /** A DimensionRange held against its tab. */
  record Span(Sheet sheet, Dimension dimension, int start, int end) {

    static Span of(JsonNode range, Batch batch) {
      Sheet sheet = batch.sheet(range.path("sheetId"));
      Dimension dimension = Dimension.of(range.path("dimension"));
      int start = range.path("startIndex").asInt(0);
      int end =
          range.hasNonNull("endIndex") ? range.get("endIndex").asInt() : sheet.length(dimension);
      if (start < 0 || end <= start) {
        throw ApiError.invalid(
            "Invalid range: startIndex (%d) must be less than endIndex (%d)."
                .formatted(start, end));
      }
      return new Span(sheet, dimension, start, end);
    }

    int count() {
      return end - start;
    }
  }

  private DimensionRequests() {}

  static ObjectNode append(JsonNode request, Batch batch) {
    Sheet sheet = batch.sheet(request.path("sheetId"));
    int length = request.path("length").asInt(0);
    if (length < 1) {
      throw ApiError.invalid("The length must be positive.");
    }
    Dimension dimension = Dimension.of(request.path("dimension"));
    Limits.checkGrowth(batch.draft(), sheet, dimension, length);
    sheet.fit(dimension.with(sheet.bounds(), 0, sheet.length(dimension) + length));
    return Json.object();
  }

  static ObjectNode insert(JsonNode request, Batch batch) {
    Span span = Span.of(request.path("range"), batch);
    int length = span.sheet.length(span.dimension);
    if (span.start > length) {
      throw ApiError.invalid(
          "range.startIndex[%d] is too large. The last %s index is %d."
              .formatted(
                  span.start, span.dimension == Dimension.ROWS ? "row" : "column", length - 1));
    }
    if (request.path("inheritFromBefore").asBoolean() && span.start == 0) {
      throw ApiError.invalid("inheritFromBefore cannot be true if inserting at index 0.");
    }
    Limits.checkGrowth(batch.draft(), span.sheet, span.dimension, span.count());
    batch.draft().insert(span.sheet, span.dimension, span.start, span.count());
    return Json.object();
  }

  static ObjectNode delete(JsonNode request, Batch batch) {
    Span span = Span.of(request.path("range"), batch);
    int length = span.sheet.length(span.dimension);
    String line = span.dimension == Dimension.ROWS ? "row" : "column";
    if (span.start >= length) {
      throw ApiError.invalid(
          "Cannot delete a %s that doesn't exist. Tried to delete %s index %d but there are only %d %ss."
              .formatted(line, line, span.start, length, line));
    }
    int end = Math.min(span.end, length);
    if (span.start == 0 && end == length) {
      throw ApiError.invalid("You can't delete all the " + line + "s on the sheet.");
    }
    batch.draft().delete(span.sheet, span.dimension, span.start, end);
    return Json.object();
  }

  static ObjectNode update(JsonNode request, Batch batch) {
    FieldMask mask = Batch.fields(request, "DimensionProperties");
    Span span = Span.of(request.path("range"), batch);
    for (int i = span.start; i < Math.min(span.end, span.sheet.length(span.dimension)); i++) {
      ObjectNode old = span.sheet.lines(span.dimension).properties(i);
      ObjectNode changed =
          Merge.withoutDefaults(Merge.masked(old, request.path("properties"), mask));
      span.sheet.lines(span.dimension).set(i, changed);
    }
    return Json.object();
  }

  static ObjectNode autoResize(JsonNode request, Batch batch) {
    JsonNode range = request.path("dimensions");
    if (range.isObject()) {
      new AutoResize(new Shown(batch.draft(), batch.moment().now())).fit(Span.of(range, batch));
    }
    return Json.object();
  }
}
