package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Grid;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Sheet;
import java.util.List;

/** insertRange, deleteRange, moveDimension, setDataValidation and updateBorders. */
final class RangeRequests {

  private static final List<String> SIDES = List.of("top", "bottom", "left", "right");

  private RangeRequests() {}

  /** Shifts the cells of a range down or right to make room. */
  static ObjectNode insert(JsonNode request, Batch batch) {
    Batch.Range range = batch.range(request.path("range"));
    Area area = range.area();
    Sheet sheet = range.sheet();
    Grid old = sheet.grid().fork();
    boolean rows = Dimension.of(request.path("shiftDimension")) == Dimension.ROWS;
    int by = rows ? area.height() : area.width();
    Area moved =
        rows
            ? area.withRows(area.startRow(), Math.max(old.usedRows(), area.startRow()) + by)
            : area.withColumns(area.startColumn(), sheet.columns() + by);
    sheet.fit(rows ? moved : area);
    Limits.checkSize(batch.draft());
    for (int row = moved.startRow(); row < moved.endRow(); row++) {
      for (int column = moved.startColumn();
          column < Math.min(moved.endColumn(), sheet.columns());
          column++) {
        boolean blank = area.contains(row, column);
        int fromRow = rows ? row - by : row;
        int fromColumn = rows ? column : column - by;
        sheet.grid().set(row, column, blank ? null : old.get(fromRow, fromColumn));
      }
    }
    return Json.object();
  }

  /** Removes the cells of a range; those below or right of it move in. */
  static ObjectNode delete(JsonNode request, Batch batch) {
    Batch.Range range = batch.range(request.path("range"));
    Area area = range.area();
    Sheet sheet = range.sheet();
    Grid old = sheet.grid().fork();
    boolean rows = Dimension.of(request.path("shiftDimension")) == Dimension.ROWS;
    int endRow = rows ? Math.max(old.usedRows(), area.endRow()) : area.endRow();
    int endColumn = rows ? area.endColumn() : sheet.columns();
    for (int row = area.startRow(); row < endRow; row++) {
      for (int column = area.startColumn(); column < endColumn; column++) {
        int fromRow = rows ? row + area.height() : row;
        int fromColumn = rows ? column : column + area.width();
        sheet.grid().set(row, column, old.get(fromRow, fromColumn));
      }
    }
    return Json.object();
  }

  /** The destination index counts lines as they stand before the move. */
  static ObjectNode move(JsonNode request, Batch batch) {
    DimensionRequests.Span span = DimensionRequests.Span.of(request.path("source"), batch);
    int to = request.path("destinationIndex").asInt(0);
    Sheet sheet = span.sheet();
    Dimension dimension = span.dimension();
    if ((to > span.start() && to < span.end()) || to < 0 || to > sheet.length(dimension)) {
      throw ApiError.invalid("Cannot move rows or columns to index " + to + ".");
    }
    int count = span.count();
    Grid old = sheet.grid().fork();
    batch.draft().insert(sheet, dimension, to, count);
    Area bounds = sheet.bounds();
    Area target = dimension.with(bounds, to, to + count);
    boolean rows = dimension == Dimension.ROWS;
    for (int row = target.startRow();
        row < Math.min(target.endRow(), rows ? sheet.rows() : old.usedRows());
        row++) {
      for (int column = target.startColumn(); column < target.endColumn(); column++) {
        int fromRow = rows ? row - to + span.start() : row;
        int fromColumn = rows ? column : column - to + span.start();
        sheet.grid().set(row, column, old.get(fromRow, fromColumn));
      }
    }
    int from = to <= span.start() ? span.start() + count : span.start();
    batch
        .draft()
        .moveMetadata(
            sheet,
            dimension,
            line ->
                line.index() >= from && line.index() < from + count
                    ? new dev.patchbay.sandbox.sheets.model.Metadata.Line(
                        line.sheetId(), dimension, line.index() - from + to)
                    : line);
    batch.draft().delete(sheet, dimension, from, from + count);
    return Json.object();
  }

  static ObjectNode validate(JsonNode request, Batch batch) {
    Batch.Range range = batch.range(request.path("range"));
    ObjectNode data = Json.object();
    if (request.path("rule").isObject()) {
      data.set("dataValidation", request.get("rule"));
    }
    write(range, new CellEdit(FieldMask.parse("dataValidation")), data);
    return Json.object();
  }

  /** Draws the borders of a range: its outer sides, and the lines inside where given. */
  static ObjectNode borders(JsonNode request, Batch batch) {
    Batch.Range range = batch.range(request.path("range"));
    Area a = range.area();
    edge(range, a.withRows(a.startRow(), a.startRow() + 1), "top", request.path("top"));
    edge(range, a.withRows(a.endRow() - 1, a.endRow()), "bottom", request.path("bottom"));
    edge(range, a.withColumns(a.startColumn(), a.startColumn() + 1), "left", request.path("left"));
    edge(range, a.withColumns(a.endColumn() - 1, a.endColumn()), "right", request.path("right"));
    if (a.height() > 1) {
      edge(
          range,
          a.withRows(a.startRow(), a.endRow() - 1),
          "bottom",
          request.path("innerHorizontal"));
    }
    if (a.width() > 1) {
      edge(
          range,
          a.withColumns(a.startColumn(), a.endColumn() - 1),
          "right",
          request.path("innerVertical"));
    }
    return Json.object();
  }

  private static void edge(Batch.Range range, Area area, String side, JsonNode border) {
    if (!border.isObject() || !SIDES.contains(side)) {
      return;
    }
    ObjectNode data = Json.object();
    data.putObject("userEnteredFormat").putObject("borders").set(side, border);
    CellEdit edit = new CellEdit(FieldMask.parse("userEnteredFormat.borders." + side));
    write(new Batch.Range(range.sheet(), area), edit, data);
  }

  private static void write(Batch.Range range, CellEdit edit, JsonNode data) {
    Grid grid = range.sheet().grid();
    Area area = range.area();
    for (int row = area.startRow(); row < area.endRow(); row++) {
      for (int column = area.startColumn(); column < area.endColumn(); column++) {
        grid.set(row, column, edit.apply(grid.get(row, column), data));
      }
    }
  }
}
