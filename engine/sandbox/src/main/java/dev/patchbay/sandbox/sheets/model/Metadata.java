package dev.patchbay.sandbox.sheets.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.util.Optional;

/** Developer metadata: a key and a value tied to a place; the id is unique in its spreadsheet. */
public record Metadata(int id, String key, String value, String visibility, Place place) {

  /** Where metadata is tied to. */
  public sealed interface Place {}

  public record WholeFile() implements Place {}

  public record WholeSheet(int sheetId) implements Place {}

  /** Exactly one row or column. */
  public record Line(int sheetId, Dimension dimension, int index) implements Place {}

  /** Characters that count against the storage limit. */
  public int size() {
    return key.length() + value.length();
  }

  public Metadata at(Place other) {
    return new Metadata(id, key, value, visibility, other);
  }

  /** The tab it is tied to, if to one. */
  public Optional<Integer> sheetId() {
    return switch (place) {
      case WholeFile() -> Optional.empty();
      case WholeSheet(var sheetId) -> Optional.of(sheetId);
      case Line line -> Optional.of(line.sheetId());
    };
  }

  public String locationType() {
    return switch (place) {
      case WholeFile() -> "SPREADSHEET";
      case WholeSheet _ -> "SHEET";
      case Line line -> line.dimension() == Dimension.ROWS ? "ROW" : "COLUMN";
    };
  }

  public ObjectNode toJson() {
    ObjectNode json = Json.object().put("metadataId", id).put("metadataKey", key);
    if (!value.isEmpty()) {
      json.put("metadataValue", value);
    }
    ObjectNode location = json.putObject("location").put("locationType", locationType());
    switch (place) {
      case WholeFile() -> location.put("spreadsheet", true);
      case WholeSheet(var sheetId) -> location.put("sheetId", sheetId);
      case Line(var sheetId, var dimension, var index) ->
          location
              .putObject("dimensionRange")
              .put("sheetId", sheetId)
              .put("dimension", dimension.name())
              .put("startIndex", index)
              .put("endIndex", index + 1);
    }
    return json.put("visibility", visibility);
  }
}
