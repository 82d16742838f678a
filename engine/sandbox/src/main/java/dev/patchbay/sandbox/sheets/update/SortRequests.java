package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Grid;
import dev.patchbay.sandbox.sheets.model.Metadata;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** sortRange and randomizeRange: the rows of a range in another order. */
final class SortRequests {

  private record Line(int row, List<@Nullable Value> keys) {}

  private SortRequests() {}

  static ObjectNode sort(JsonNode request, Batch batch) {
    Batch.Range range = batch.range(request.path("range"));
    Area area = range.area();
    Shown shown = new Shown(batch.draft(), batch.moment().now());
    List<Line> lines = new ArrayList<>();
    for (int row = area.startRow(); row < area.endRow(); row++) {
      List<@Nullable Value> keys = new ArrayList<>();
      for (JsonNode spec : request.path("sortSpecs")) {
        keys.add(shown.value(range.sheet(), row, spec.path("dimensionIndex").asInt(0)));
      }
      lines.add(new Line(row, keys));
    }
    lines.sort(order(request.path("sortSpecs")));
    reorder(batch, range.sheet(), area, lines.stream().map(Line::row).toList());
    return Json.object();
  }

  static ObjectNode randomize(JsonNode request, Batch batch) {
    Batch.Range range = batch.range(request.path("range"));
    List<Integer> rows = new ArrayList<>();
    for (int row = range.area().startRow(); row < range.area().endRow(); row++) {
      rows.add(batch.moment().below(rows.size() + 1), row);
    }
    reorder(batch, range.sheet(), range.area(), rows);
    return Json.object();
  }

  private static Comparator<Line> order(JsonNode specs) {
    return (a, b) -> {
      for (int i = 0; i < specs.size(); i++) {
        boolean down = specs.get(i).path("sortOrder").asText("").equals("DESCENDING");
        int order = compare(a.keys.get(i), b.keys.get(i), down);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  /** Numbers, then text, then booleans; blanks are last in either direction. */
  private static int compare(@Nullable Value a, @Nullable Value b, boolean down) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    int order = Integer.compare(rank(a), rank(b));
    if (order == 0) {
      order = sameKind(a, b);
    }
    return down ? -order : order;
  }

  private static int sameKind(Value a, Value b) {
    if (a instanceof Value.Decimal(var x) && b instanceof Value.Decimal(var y)) {
      return Double.compare(x, y);
    }
    if (a instanceof Value.Text(var x) && b instanceof Value.Text(var y)) {
      int order = x.compareToIgnoreCase(y);
      return order != 0 ? order : x.compareTo(y);
    }
    return a instanceof Value.Bool(var x) && b instanceof Value.Bool(var y)
        ? Boolean.compare(x, y)
        : 0;
  }

  private static int rank(Value value) {
    return switch (value) {
      case Value.Decimal _ -> 0;
      case Value.Text _ -> 1;
      case Value.Bool _ -> 2;
      case Value.Failure _ -> 3;
    };
  }

  /** Moves the cells of the rows of an area, and the metadata tied to whole rows. */
  private static void reorder(Batch batch, Sheet sheet, Area area, List<Integer> from) {
    Grid old = sheet.grid().fork();
    int[] to = new int[area.height()];
    for (int i = 0; i < from.size(); i++) {
      int row = area.startRow() + i;
      to[from.get(i) - area.startRow()] = row;
      if (from.get(i) != row) {
        copy(old, sheet.grid(), from.get(i), row, area);
      }
    }
    batch
        .draft()
        .moveMetadata(
            sheet,
            Dimension.ROWS,
            line ->
                line.index() >= area.startRow() && line.index() < area.endRow()
                    ? new Metadata.Line(
                        line.sheetId(), line.dimension(), to[line.index() - area.startRow()])
                    : line);
  }

  private static void copy(Grid old, Grid grid, int from, int row, Area area) {
    for (int column = area.startColumn(); column < area.endColumn(); column++) {
      @Nullable Cell cell = old.get(from, column);
      grid.set(row, column, cell);
    }
  }
}
