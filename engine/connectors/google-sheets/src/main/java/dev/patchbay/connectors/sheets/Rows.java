package dev.patchbay.connectors.sheets;

import dev.patchbay.connectors.sheets.Columns.Placed;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.WriteMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns mapped rows into cells at places. */
record Rows(Layout layout, List<Placed> columns) {

  /** The rows of a batch as planned. */
  static List<Written> of(RowBatch batch, Plan plan) {
    var rows = new Rows(batch.layout(), plan.columns());
    var written = new ArrayList<Written>();
    for (int i = 0; i < batch.rows().size(); i++) {
      int place = plan.rows().get(i);
      var row = batch.rows().get(i);
      written.add(place == Plan.APPENDED ? rows.added(row) : rows.changed(row, place));
    }
    return written;
  }

  /** A row that stands already: its present columns, never its key cell. */
  Written changed(Row row, int place) {
    return new Written(place, row.key(), false, cells(row, false));
  }

  /** A new row: its present columns and its key. */
  Written added(Row row) {
    return new Written(Plan.APPENDED, row.key(), true, cells(row, true));
  }

  private SortedMap<Integer, TypedCell> cells(Row row, boolean withKey) {
    var cells = new TreeMap<Integer, TypedCell>();
    for (int i = 0; i < columns.size(); i++) {
      var column = layout.columns().get(i);
      var cell = row.cells().get(column.id());
      if (column.id().equals(layout.keyColumn())) {
        if (withKey) {
          cells.put(columns.get(i).index(), key(row, cell == null ? new Cell.Empty() : cell));
        }
      } else if (cell != null) {
        cells.put(columns.get(i).index(), TypedCell.of(cell, column.kind()));
      }
    }
    return cells;
  }

  /** Rows that are only ever added need no text to be found by: their key keeps its type. */
  private TypedCell key(Row row, Cell mapped) {
    return layout.mode() == WriteMode.APPEND && !(mapped instanceof Cell.Empty)
        ? TypedCell.of(mapped, Columns.keyColumn(layout).kind())
        : TypedCell.key(row.key());
  }
}
