package dev.patchbay.sandbox.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.sheets.model.Metadata;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;

/** Whether a DeveloperMetadataLookup matches: all the fields it gives must. */
final class MetadataLookup {

  private MetadataLookup() {}

  static void check(JsonNode lookup) {
    boolean exact = lookup.path("locationMatchingStrategy").asText("").equals("EXACT_LOCATION");
    if (exact && lookup.hasNonNull("locationType")) {
      throw ApiError.invalid(
          "DeveloperMetadataLookup.locationType must not be specified when"
              + " locationMatchingStrategy is EXACT_LOCATION.");
    }
    boolean file = lookup.path("metadataLocation").path("spreadsheet").asBoolean();
    if (file
        && lookup.path("locationMatchingStrategy").asText("").equals("INTERSECTING_LOCATION")) {
      throw ApiError.invalid("A spreadsheet location cannot be used with INTERSECTING_LOCATION.");
    }
  }

  static boolean matches(Spreadsheet spreadsheet, JsonNode lookup, Metadata item) {
    return (!lookup.hasNonNull("metadataId") || lookup.get("metadataId").asInt() == item.id())
        && text(lookup, "metadataKey", item.key())
        && text(lookup, "metadataValue", item.value())
        && text(lookup, "visibility", item.visibility())
        && text(lookup, "locationType", item.locationType())
        && location(lookup, item);
  }

  private static boolean text(JsonNode lookup, String field, String actual) {
    return !lookup.hasNonNull(field) || lookup.get(field).asText().equals(actual);
  }

  private static boolean location(JsonNode lookup, Metadata item) {
    JsonNode wanted = lookup.path("metadataLocation");
    if (!wanted.isObject()) {
      return true;
    }
    Metadata.Place place = MetadataPlaces.read(wanted);
    if (place.equals(item.place())) {
      return true;
    }
    return !lookup.path("locationMatchingStrategy").asText("").equals("EXACT_LOCATION")
        && intersects(place, item.place());
  }

  /**
   * A tab meets its rows and columns, a row meets all columns of its tab, and the other way round.
   */
  private static boolean intersects(Metadata.Place wanted, Metadata.Place actual) {
    return switch (wanted) {
      case Metadata.WholeFile() -> true;
      case Metadata.WholeSheet(var sheetId) -> sheetOf(actual) == sheetId;
      case Metadata.Line line ->
          sheetOf(actual) == line.sheetId()
              && !(actual instanceof Metadata.Line other
                  && other.dimension() == line.dimension()
                  && other.index() != line.index());
    };
  }

  private static int sheetOf(Metadata.Place place) {
    return switch (place) {
      case Metadata.WholeFile() -> -1;
      case Metadata.WholeSheet(var sheetId) -> sheetId;
      case Metadata.Line line -> line.sheetId();
    };
  }
}
