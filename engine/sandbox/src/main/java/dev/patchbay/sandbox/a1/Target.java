package dev.patchbay.sandbox.a1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import java.util.Optional;

/**
 * A range found in a spreadsheet, bounded by the grid of its tab.
 *
 * @param anchor whether one cell was named, which only says where writing starts
 */
public record Target(Sheet sheet, Area area, boolean anchor) {

  /**
   * Finds an A1 range; throws {@link ApiError} 400 for bad syntax, unknown tabs, places off the
   * grid.
   */
  public static Target find(Spreadsheet spreadsheet, String text) {
    A1 a1 = A1.parse(text);
    if (a1.title().isEmpty()) {
      return untitled(spreadsheet, text);
    }
    Sheet sheet = spreadsheet.titled(a1.title().get()).orElseThrow(() -> unparsable(text));
    if (a1.rest().isEmpty()) {
      if (!a1.quoted()) {
        throw unparsable(text);
      }
      return new Target(sheet, sheet.bounds(), false);
    }
    CellSpan span = CellSpan.parse(a1.rest()).orElseThrow(() -> unparsable(text));
    return bound(sheet, span);
  }

  public String print() {
    return A1.print(sheet.title(), area);
  }

  private static Target untitled(Spreadsheet spreadsheet, String text) {
    Optional<ObjectNode> named =
        spreadsheet.namedRanges().stream()
            .filter(n -> n.path("name").asText().equalsIgnoreCase(text))
            .findFirst();
    if (named.isPresent()) {
      JsonNode range = named.get().path("range");
      Sheet sheet = spreadsheet.sheet(range.path("sheetId").asInt());
      return new Target(sheet, sheet.area(range), false);
    }
    Optional<CellSpan> span = CellSpan.parse(text);
    if (span.isPresent()) {
      return bound(spreadsheet.firstVisible(), span.get());
    }
    return spreadsheet
        .titled(text)
        .map(sheet -> new Target(sheet, sheet.bounds(), false))
        .orElseThrow(() -> unparsable(text));
  }

  private static Target bound(Sheet sheet, CellSpan span) {
    int startRow = span.startRow().orElse(0);
    int startColumn = span.startColumn().orElse(0);
    int endRow = Math.min(span.endRow().orElse(sheet.rows()), sheet.rows());
    int endColumn = Math.min(span.endColumn().orElse(sheet.columns()), sheet.columns());
    if (startRow >= sheet.rows() || startColumn >= sheet.columns()) {
      Area wanted =
          new Area(
              startRow,
              Math.max(span.endRow().orElse(sheet.rows()), startRow + 1),
              startColumn,
              Math.max(span.endColumn().orElse(sheet.columns()), startColumn + 1));
      throw offGrid(sheet, wanted);
    }
    return new Target(sheet, new Area(startRow, endRow, startColumn, endColumn), span.cell());
  }

  /** 400 for a place that the grid does not have. */
  public static ApiError offGrid(Sheet sheet, Area area) {
    return ApiError.invalid(
        "Range (%s) exceeds grid limits. Max rows: %d, max columns: %d"
            .formatted(A1.print(sheet.title(), area), sheet.rows(), sheet.columns()));
  }

  private static ApiError unparsable(String text) {
    return ApiError.invalid("Unable to parse range: " + text);
  }
}
