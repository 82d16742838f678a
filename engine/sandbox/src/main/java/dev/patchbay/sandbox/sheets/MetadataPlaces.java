package dev.patchbay.sandbox.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Metadata;

/** Reads a DeveloperMetadataLocation. */
public final class MetadataPlaces {

  private MetadataPlaces() {}

  /** Exactly one of spreadsheet, sheetId and dimensionRange of one line; else 400. */
  public static Metadata.Place read(JsonNode location) {
    if (location.path("spreadsheet").asBoolean()) {
      return new Metadata.WholeFile();
    }
    JsonNode range = location.path("dimensionRange");
    if (range.isObject()) {
      int start = range.path("startIndex").asInt();
      if (range.path("endIndex").asInt(-1) != start + 1) {
        throw ApiError.invalid("DimensionRange must represent a single row or column.");
      }
      return new Metadata.Line(
          range.path("sheetId").asInt(), Dimension.of(range.path("dimension")), start);
    }
    if (location.hasNonNull("sheetId")) {
      return new Metadata.WholeSheet(location.get("sheetId").asInt());
    }
    throw ApiError.invalid("A developer metadata location must be specified.");
  }
}
