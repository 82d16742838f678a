package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Grid;
import dev.patchbay.sandbox.sheets.model.Sheet;
import java.util.ArrayList;
import java.util.List;

/** mergeCells and unmergeCells. */
final class MergeRequests {

  private static final String PARTIAL =
      "You must select all cells in a merged range to merge or unmerge them.";

  private MergeRequests() {}

  static ObjectNode merge(JsonNode request, Batch batch) {
    Batch.Range range = batch.range(request.path("range"));
    Sheet sheet = range.sheet();
    List<Area> merges = outside(sheet, range.area());
    for (Area area : split(range.area(), request.path("mergeType").asText(""))) {
      if (!area.single()) {
        merges.add(area);
        keepFirst(sheet.grid(), area);
      }
    }
    sheet.merges(merges);
    return Json.object();
  }

  static ObjectNode unmerge(JsonNode request, Batch batch) {
    Batch.Range range = batch.range(request.path("range"));
    range.sheet().merges(outside(range.sheet(), range.area()));
    return Json.object();
  }

  /** The merges that an area does not touch; one that it cuts is a refusal. */
  private static List<Area> outside(Sheet sheet, Area area) {
    List<Area> kept = new ArrayList<>();
    for (Area merged : sheet.merges()) {
      if (!merged.intersects(area)) {
        kept.add(merged);
      } else if (!area.contains(merged)) {
        throw ApiError.invalid(PARTIAL);
      }
    }
    return kept;
  }

  private static List<Area> split(Area area, String type) {
    return switch (type) {
      case "", "MERGE_ALL" -> List.of(area);
      case "MERGE_ROWS" -> {
        List<Area> rows = new ArrayList<>();
        for (int row = area.startRow(); row < area.endRow(); row++) {
          rows.add(area.withRows(row, row + 1));
        }
        yield rows;
      }
      case "MERGE_COLUMNS" -> {
        List<Area> columns = new ArrayList<>();
        for (int column = area.startColumn(); column < area.endColumn(); column++) {
          columns.add(area.withColumns(column, column + 1));
        }
        yield columns;
      }
      default -> throw ApiError.invalid("Unknown merge type: " + type);
    };
  }

  /** A merged area shows its first cell only; what the others held is gone. */
  private static void keepFirst(Grid grid, Area area) {
    for (int row = area.startRow(); row < Math.min(area.endRow(), grid.usedRows()); row++) {
      for (int column = area.startColumn(); column < area.endColumn(); column++) {
        boolean first = row == area.startRow() && column == area.startColumn();
        Cell cell = grid.get(row, column);
        if (!first && Cell.filled(cell)) {
          grid.set(row, column, Cell.of(null, null, Cell.extrasOf(cell)));
        }
      }
    }
  }
}
