package dev.patchbay.sandbox.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.a1.Target;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Metadata;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A spreadsheet as the resource Spreadsheet, with or without the cells of some ranges. */
public final class SpreadsheetView {

  private final Spreadsheet spreadsheet;
  private final FieldMask mask;
  private final boolean data;
  private final CellView cells;

  /** A mask decides by itself whether there is grid data; the flag counts only without one. */
  public SpreadsheetView(
      Spreadsheet spreadsheet, FieldMask mask, boolean includeGridData, Instant now) {
    this.spreadsheet = spreadsheet;
    this.mask = mask;
    this.data = mask.all() ? includeGridData : mask.wants("sheets", "data");
    FieldMask cellMask = mask.child("sheets").child("data").child("rowData").child("values");
    ObjectNode format =
        spreadsheet.properties().path("defaultFormat") instanceof ObjectNode o ? o : Json.object();
    this.cells = new CellView(new Shown(spreadsheet, now), cellMask, format);
  }

  /** All tabs, or those of the ranges with the cells of the ranges only. */
  public JsonNode ofRanges(List<String> ranges) {
    return ofTargets(
        ranges.stream().map(r -> Target.find(spreadsheet, r)).toList(), !ranges.isEmpty());
  }

  /**
   * As {@link #ofRanges}, with ranges already found; {@code restricted} even when there are none.
   */
  public JsonNode ofTargets(List<Target> targets, boolean restricted) {
    ObjectNode json = Json.object().put("spreadsheetId", spreadsheet.id());
    json.set("properties", spreadsheet.properties());
    Map<Sheet, List<Area>> wanted = new LinkedHashMap<>();
    targets.forEach(t -> wanted.computeIfAbsent(t.sheet(), _ -> new ArrayList<>()).add(t.area()));
    ArrayNode sheets = json.putArray("sheets");
    for (int i = 0; i < spreadsheet.sheets().size(); i++) {
      Sheet sheet = spreadsheet.sheets().get(i);
      if (!restricted) {
        sheets.add(sheet(sheet, i, List.of(sheet.bounds())));
      } else if (wanted.containsKey(sheet)) {
        sheets.add(sheet(sheet, i, wanted.get(sheet)));
      }
    }
    if (!spreadsheet.namedRanges().isEmpty()) {
      ArrayNode names = json.putArray("namedRanges");
      spreadsheet.namedRanges().forEach(n -> names.add(Spreadsheet.nameJson(n)));
    }
    json.put("spreadsheetUrl", spreadsheet.url());
    List<Metadata> own =
        spreadsheet.metadata().values().stream().filter(m -> m.sheetId().isEmpty()).toList();
    own.forEach(m -> json.withArray("developerMetadata").add(m.toJson()));
    return mask.apply(json);
  }

  private ObjectNode sheet(Sheet sheet, int index, List<Area> areas) {
    ObjectNode json = Json.object();
    json.set("properties", sheet.properties(index));
    if (data) {
      ArrayNode grids = json.putArray("data");
      areas.forEach(area -> grids.add(gridData(sheet, area)));
    }
    sheet.describeParts(json);
    spreadsheet.metadata().values().stream()
        .filter(m -> m.place().equals(new Metadata.WholeSheet(sheet.id())))
        .forEach(m -> json.withArray("developerMetadata").add(m.toJson()));
    return json;
  }

  private ObjectNode gridData(Sheet sheet, Area area) {
    ObjectNode json = Json.object();
    if (area.startRow() > 0) {
      json.put("startRow", area.startRow());
    }
    if (area.startColumn() > 0) {
      json.put("startColumn", area.startColumn());
    }
    FieldMask below = mask.child("sheets").child("data");
    if (below.wants("rowData")) {
      ArrayNode rows = rowData(sheet, area);
      if (!rows.isEmpty()) {
        json.set("rowData", rows);
      }
    }
    if (below.wants("rowMetadata")) {
      json.set("rowMetadata", lines(sheet, Dimension.ROWS, area));
    }
    if (below.wants("columnMetadata")) {
      json.set("columnMetadata", lines(sheet, Dimension.COLUMNS, area));
    }
    return json;
  }

  private ArrayNode rowData(Sheet sheet, Area area) {
    ArrayNode rows = Json.array();
    int end = Math.min(area.endRow(), sheet.grid().usedRows());
    for (int row = area.startRow(); row < end; row++) {
      ArrayNode values = values(sheet, area, row);
      if (!values.isEmpty()) {
        while (rows.size() < row - area.startRow()) {
          rows.addObject();
        }
        rows.addObject().set("values", values);
      }
    }
    return rows;
  }

  private ArrayNode values(Sheet sheet, Area area, int row) {
    ArrayNode values = Json.array();
    int stop = Math.min(area.endColumn(), sheet.grid().width(row));
    for (int column = area.startColumn(); column < stop; column++) {
      if (sheet.grid().get(row, column) != null) {
        while (values.size() < column - area.startColumn()) {
          values.addObject();
        }
        values.add(cells.of(sheet, row, column));
      }
    }
    return values;
  }

  private ArrayNode lines(Sheet sheet, Dimension dimension, Area area) {
    ArrayNode lines = Json.array();
    for (int i = dimension.start(area); i < dimension.end(area); i++) {
      ObjectNode line = sheet.lines(dimension).properties(i);
      Metadata.Place place = new Metadata.Line(sheet.id(), dimension, i);
      spreadsheet.metadata().values().stream()
          .filter(m -> m.place().equals(place))
          .forEach(m -> line.withArray("developerMetadata").add(m.toJson()));
      lines.add(line);
    }
    return lines;
  }
}
