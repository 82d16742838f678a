package dev.patchbay.sandbox.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.a1.A1;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads a range into a ValueRange: trailing blanks are left out, inner ones are empty strings. */
record ValuesReader(Shown shown, Rendering rendering, Dimension dimension) {

  ObjectNode read(Sheet sheet, Area area) {
    ObjectNode range = Json.object().put("range", A1.print(sheet.title(), area));
    range.put("majorDimension", dimension.name());
    ArrayNode lines = dimension == Dimension.ROWS ? rows(sheet, area) : columns(sheet, area);
    if (!lines.isEmpty()) {
      range.set("values", lines);
    }
    return range;
  }

  private ArrayNode rows(Sheet sheet, Area area) {
    ArrayNode lines = Json.array();
    int end = Math.min(area.endRow(), sheet.grid().usedRows());
    for (int row = area.startRow(); row < end; row++) {
      ArrayNode line = Json.array();
      int stop = Math.min(area.endColumn(), sheet.grid().width(row));
      for (int column = area.startColumn(); column < stop; column++) {
        append(line, column - area.startColumn(), rendering.render(shown, sheet, row, column));
      }
      appendLine(lines, row - area.startRow(), line);
    }
    return lines;
  }

  private ArrayNode columns(Sheet sheet, Area area) {
    ArrayNode lines = Json.array();
    int end = Math.min(area.endRow(), sheet.grid().usedRows());
    for (int column = area.startColumn(); column < area.endColumn(); column++) {
      ArrayNode line = Json.array();
      for (int row = area.startRow(); row < end; row++) {
        append(line, row - area.startRow(), rendering.render(shown, sheet, row, column));
      }
      appendLine(lines, column - area.startColumn(), line);
    }
    return lines;
  }

  private static void append(ArrayNode line, int index, @Nullable JsonNode value) {
    if (value != null) {
      while (line.size() < index) {
        line.add("");
      }
      line.add(value);
    }
  }

  private static void appendLine(ArrayNode lines, int index, ArrayNode line) {
    if (!line.isEmpty()) {
      while (lines.size() < index) {
        lines.addArray();
      }
      lines.add(line);
    }
  }
}
