package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.Request;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Rows of a table on their way to calls of some 2 MB at most. Used by one thread. */
final class TableChunks {
  private static final int MOST_CELLS = 20_000;
  private static final int MOST_CHARACTERS = 1_000_000;

  private final List<Column> columns;
  private final RowRequests requests;
  private final List<Written> rows = new ArrayList<>();
  private int next;
  private int cells;
  private int characters;

  /**
   * Begins with the header.
   *
   * @param tab that they are written to
   */
  TableChunks(List<Column> columns, int tab) {
    this.columns = columns;
    this.requests = new RowRequests(tab);
    var header = new TreeMap<Integer, TypedCell>();
    for (int i = 0; i < columns.size(); i++) {
      header.put(i, TypedCell.header(columns.get(i).header()));
    }
    rows.add(new Written(next++, "", false, header));
  }

  boolean isFull() {
    return cells >= MOST_CELLS || characters >= MOST_CHARACTERS;
  }

  void add(List<Cell> row) {
    var typed = new TreeMap<Integer, TypedCell>();
    for (int i = 0; i < columns.size(); i++) {
      typed.put(i, TypedCell.of(row.get(i), columns.get(i).kind()));
      characters += row.get(i) instanceof Cell.Text(var text) ? text.length() : 0;
    }
    rows.add(new Written(next++, "", false, typed));
    cells += columns.size();
  }

  /** What has gathered; what is added from now on is of the next chunk. */
  List<Request> take() {
    var taken = requests.of(rows).stream().map(RowRequests.Part::request).toList();
    rows.clear();
    cells = 0;
    characters = 0;
    return taken;
  }
}
