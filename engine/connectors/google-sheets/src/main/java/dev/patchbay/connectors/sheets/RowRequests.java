package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.AppendCellsRequest;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Cells at places as requests: neighbouring cells and rows of one shape go in one request. */
final class RowRequests {
  private static final String ROWS = "rows";

  private final int sheetId;

  RowRequests(int sheetId) {
    this.sheetId = sheetId;
  }

  /** Neighbouring columns that are written with one field mask. */
  private record Run(int column, int length, Set<String> fields) {}

  /** A request and the rows that it writes. */
  record Part(Request request, List<Written> rows) {}

  List<Part> of(List<Written> rows) {
    var parts = new ArrayList<Part>();
    var standing =
        rows.stream()
            .filter(row -> row.row() != Plan.APPENDED && !row.cells().isEmpty())
            .sorted(Comparator.comparingInt(Written::row))
            .toList();
    for (int from = 0, to; from < standing.size(); from = to) {
      to = endOfBlock(standing, from);
      parts.addAll(update(standing.subList(from, to)));
    }
    var added = rows.stream().filter(row -> row.row() == Plan.APPENDED).toList();
    if (!added.isEmpty()) {
      parts.add(new Part(append(added), added));
    }
    return parts;
  }

  private static int endOfBlock(List<Written> rows, int from) {
    var shape = runs(rows.get(from).cells());
    int to = from + 1;
    while (to < rows.size()
        && rows.get(to).row() == rows.get(to - 1).row() + 1
        && runs(rows.get(to).cells()).equals(shape)) {
      to++;
    }
    return to;
  }

  private static List<Run> runs(SortedMap<Integer, TypedCell> cells) {
    var runs = new ArrayList<Run>();
    for (var entry : cells.entrySet()) {
      var last = runs.isEmpty() ? null : runs.getLast();
      var fields = entry.getValue().fields();
      if (last != null
          && last.column() + last.length() == entry.getKey()
          && last.fields().equals(fields)) {
        runs.set(runs.size() - 1, new Run(last.column(), last.length() + 1, fields));
      } else {
        runs.add(new Run(entry.getKey(), 1, fields));
      }
    }
    return runs;
  }

  private List<Part> update(List<Written> block) {
    return runs(block.getFirst().cells()).stream()
        .map(run -> new Part(update(block, run), block))
        .toList();
  }

  private Request update(List<Written> block, Run run) {
    var start =
        new GridCoordinate()
            .setSheetId(sheetId)
            .setRowIndex(block.getFirst().row())
            .setColumnIndex(run.column());
    var rows =
        block.stream()
            .map(row -> row(row.cells(), run.column(), run.column() + run.length() - 1))
            .toList();
    return new Request()
        .setUpdateCells(
            new UpdateCellsRequest().setStart(start).set(ROWS, rows).setFields(mask(run.fields())));
  }

  private Request append(List<Written> added) {
    var fields = new TreeSet<String>();
    added.forEach(row -> row.cells().values().forEach(cell -> fields.addAll(cell.fields())));
    var rows = added.stream().map(row -> row(row.cells(), 0, row.cells().lastKey())).toList();
    return new Request()
        .setAppendCells(
            new AppendCellsRequest().setSheetId(sheetId).set(ROWS, rows).setFields(mask(fields)));
  }

  /** As in Google's RowData. */
  private static Map<String, List<Map<String, Object>>> row(
      Map<Integer, TypedCell> cells, int first, int last) {
    var values = new ArrayList<Map<String, Object>>(last - first + 1);
    for (int column = first; column <= last; column++) {
      var cell = cells.get(column);
      values.add(cell == null ? Map.of() : cell.json());
    }
    return Map.of("values", values);
  }

  private static String mask(Set<String> fields) {
    return String.join(",", new TreeSet<>(fields));
  }
}
