package dev.patchbay.sandbox.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.a1.Target;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Metadata;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a DataFilter means: an A1 range, a grid range, or the places of developer metadata.
 */
public final class DataFilters {

  private DataFilters() {}

  /** All ranges that a filter matches, none when its metadata is not there. */
  public static List<Target> targets(Spreadsheet spreadsheet, JsonNode filter) {
    if (filter.hasNonNull("a1Range")) {
      return List.of(Target.find(spreadsheet, filter.get("a1Range").asText()));
    }
    if (filter.hasNonNull("gridRange")) {
      Sheet sheet = spreadsheet.sheet(filter.get("gridRange").path("sheetId").asInt());
      return List.of(new Target(sheet, sheet.area(filter.get("gridRange")), false));
    }
    List<Target> targets = new ArrayList<>();
    for (Metadata item : metadata(spreadsheet, filter)) {
      Target target = place(spreadsheet, item);
      if (!targets.contains(target)) {
        targets.add(target);
      }
    }
    return targets;
  }

  /** The metadata that a filter with a lookup matches. */
  public static List<Metadata> metadata(Spreadsheet spreadsheet, JsonNode filter) {
    JsonNode lookup = filter.path("developerMetadataLookup");
    if (!lookup.isObject()) {
      return withinRange(spreadsheet, filter);
    }
    MetadataLookup.check(lookup);
    return spreadsheet.metadata().values().stream()
        .filter(item -> MetadataLookup.matches(spreadsheet, lookup, item))
        .toList();
  }

  /** Metadata of the rows and columns that meet a range, for filters that give one. */
  private static List<Metadata> withinRange(Spreadsheet spreadsheet, JsonNode filter) {
    if (!filter.hasNonNull("a1Range") && !filter.hasNonNull("gridRange")) {
      throw ApiError.invalid("A data filter must specify exactly one of its fields.");
    }
    Target target = targets(spreadsheet, filter).getFirst();
    return spreadsheet.metadata().values().stream()
        .filter(
            m ->
                m.place() instanceof Metadata.Line line
                    && line.sheetId() == target.sheet().id()
                    && place(spreadsheet, m).area().intersects(target.area()))
        .toList();
  }

  private static Target place(Spreadsheet spreadsheet, Metadata item) {
    return switch (item.place()) {
      case Metadata.WholeFile() -> whole(spreadsheet.firstVisible());
      case Metadata.WholeSheet(var sheetId) -> whole(spreadsheet.sheet(sheetId));
      case Metadata.Line(var sheetId, var dimension, var index) ->
          line(spreadsheet.sheet(sheetId), dimension, index);
    };
  }

  private static Target whole(Sheet sheet) {
    return new Target(sheet, sheet.bounds(), false);
  }

  private static Target line(Sheet sheet, Dimension dimension, int index) {
    Area area = dimension.with(sheet.bounds(), index, index + 1);
    return new Target(sheet, area, false);
  }
}
