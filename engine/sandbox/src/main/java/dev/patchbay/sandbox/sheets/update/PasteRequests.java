package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Extras;
import dev.patchbay.sandbox.sheets.model.Grid;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Sheet;
import org.jspecify.annotations.Nullable;

/** copyPaste and cutPaste. */
final class PasteRequests {

  private PasteRequests() {}

  /** The destination is filled with as many copies of the source as fit, at least one. */
  static ObjectNode copy(JsonNode request, Batch batch) {
    Batch.Range source = batch.range(request.path("source"));
    Batch.Range target = batch.range(request.path("destination"));
    boolean turned = request.path("pasteOrientation").asText("").equals("TRANSPOSE");
    int height = turned ? source.area().width() : source.area().height();
    int width = turned ? source.area().height() : source.area().width();
    Area from = source.area();
    Area to = target.area();
    Area filled =
        new Area(
            to.startRow(),
            to.startRow() + whole(to.height(), height),
            to.startColumn(),
            to.startColumn() + whole(to.width(), width));
    fit(batch, target.sheet(), filled);
    Grid original = source.sheet().grid().fork();
    Shown shown = new Shown(batch.draft(), batch.moment().now());
    Paste paste = new Paste(request.path("pasteType").asText(""), source.sheet(), shown);
    for (int row = filled.startRow(); row < filled.endRow(); row++) {
      for (int column = filled.startColumn(); column < filled.endColumn(); column++) {
        int down = (row - filled.startRow()) % height;
        int right = (column - filled.startColumn()) % width;
        int fromRow = from.startRow() + (turned ? right : down);
        int fromColumn = from.startColumn() + (turned ? down : right);
        Cell old = target.sheet().grid().get(row, column);
        Cell taken = original.get(fromRow, fromColumn);
        target.sheet().grid().set(row, column, paste.cell(old, taken, fromRow, fromColumn));
      }
    }
    return Json.object();
  }

  private static int whole(int room, int piece) {
    return Math.max(1, room / piece) * piece;
  }

  private static void fit(Batch batch, Sheet sheet, Area area) {
    sheet.fit(area);
    Limits.checkSize(batch.draft());
  }

  static ObjectNode cut(JsonNode request, Batch batch) {
    Batch.Range source = batch.range(request.path("source"));
    JsonNode to = request.path("destination");
    Sheet target = batch.sheet(to.path("sheetId"));
    int rows = to.path("rowIndex").asInt(0);
    int columns = to.path("columnIndex").asInt(0);
    Area from = source.area();
    fit(batch, target, new Area(rows, rows + from.height(), columns, columns + from.width()));
    Grid original = source.sheet().grid().fork();
    forEach(from, (row, column) -> source.sheet().grid().set(row, column, null));
    forEach(
        from,
        (row, column) ->
            target
                .grid()
                .set(
                    rows + row - from.startRow(),
                    columns + column - from.startColumn(),
                    original.get(row, column)));
    return Json.object();
  }

  /** Does something at every place of an area. */
  @FunctionalInterface
  private interface AtPlace {
    void at(int row, int column);
  }

  private static void forEach(Area area, AtPlace action) {
    for (int row = area.startRow(); row < area.endRow(); row++) {
      for (int column = area.startColumn(); column < area.endColumn(); column++) {
        action.at(row, column);
      }
    }
  }

  /** What a PasteType takes along. */
  private record Paste(String type, Sheet source, Shown shown) {

    @Nullable Cell cell(@Nullable Cell old, @Nullable Cell taken, int row, int column) {
      Extras own = Cell.extrasOf(old);
      Extras theirs = Cell.extrasOf(taken);
      return switch (type) {
        case "", "PASTE_NORMAL" -> taken;
        case "PASTE_VALUES" -> Cell.of(shown.value(source, row, column), null, own);
        case "PASTE_FORMAT" ->
            with(old, own.with("userEnteredFormat", theirs.get("userEnteredFormat")));
        case "PASTE_DATA_VALIDATION" ->
            with(old, own.with("dataValidation", theirs.get("dataValidation")));
        case "PASTE_FORMULA" -> Cell.of(Cell.valueOf(taken), Cell.formulaOf(taken), own);
        case "PASTE_NO_BORDERS", "PASTE_CONDITIONAL_FORMATTING" -> taken;
        default -> throw ApiError.invalid("Unknown paste type: " + type);
      };
    }

    private static @Nullable Cell with(@Nullable Cell old, Extras extras) {
      return Cell.of(Cell.valueOf(old), Cell.formulaOf(old), extras);
    }
  }
}
