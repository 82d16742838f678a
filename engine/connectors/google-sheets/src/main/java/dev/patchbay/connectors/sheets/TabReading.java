package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.GridData;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What one answer of Google shows of a tab. Absent numbers mean zero, absent lists empty. */
record TabReading(Sheet sheet) {
  /** Fields that a reading asks for. */
  static final String FIELDS =
      "sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),"
          + "data(startRow,startColumn,rowData.values(userEnteredValue,effectiveValue),"
          + "columnMetadata.developerMetadata(metadataKey,metadataValue)))";

  /** The same, with what people see in the cells. */
  static final String SHOWN = FIELDS.replace("effectiveValue", "effectiveValue,formattedValue");

  /** The tab of this title, else the one whose key column is anchored under it. */
  static Optional<TabReading> find(Spreadsheet spreadsheet, Place place) {
    var all = list(spreadsheet.getSheets()).stream().map(TabReading::new).toList();
    return all.stream()
        .filter(tab -> place.isTitled(tab.title()))
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(tab -> tab.anchors().containsKey(Anchor.key(place)))
                    .findFirst());
  }

  /** The tab of this id. */
  static Optional<TabReading> find(Spreadsheet spreadsheet, int sheetId) {
    return spreadsheet == null
        ? Optional.empty()
        : list(spreadsheet.getSheets()).stream()
            .map(TabReading::new)
            .filter(tab -> tab.sheetId() == sheetId)
            .findFirst();
  }

  int sheetId() {
    return zero(sheet.getProperties().getSheetId());
  }

  String title() {
    return sheet.getProperties().getTitle();
  }

  int columnCount() {
    var grid = sheet.getProperties().getGridProperties();
    return grid == null ? 0 : zero(grid.getColumnCount());
  }

  /** Anchors by what they stand for, with the index of their column. */
  Map<Anchor, Integer> anchors() {
    var anchors = new TreeMap<Anchor, Integer>();
    for (var block : blocks()) {
      var columns = list(block.getColumnMetadata());
      for (int i = 0; i < columns.size(); i++) {
        for (var metadata : metadata(columns.get(i))) {
          anchors.putIfAbsent(
              new Anchor(metadata.getMetadataKey(), text(metadata.getMetadataValue())),
              zero(block.getStartColumn()) + i);
        }
      }
    }
    return anchors;
  }

  /** Texts of the first row by column. */
  SortedMap<Integer, String> header() {
    var header = new TreeMap<Integer, String>();
    for (var block : blocks()) {
      if (zero(block.getStartRow()) == 0 && !list(block.getRowData()).isEmpty()) {
        var values = list(block.getRowData().getFirst().getValues());
        for (int i = 0; i < values.size(); i++) {
          var text = KeyText.of(values.get(i));
          if (!text.isBlank()) {
            header.put(zero(block.getStartColumn()) + i, text);
          }
        }
      }
    }
    return header;
  }

  /** Calls back for each cell of a column that holds something, top down within each range. */
  void column(int column, BiConsumer<Integer, CellData> cell) {
    for (var block : blocks()) {
      int offset = column - zero(block.getStartColumn());
      var rows = list(block.getRowData());
      for (int i = 0; offset >= 0 && i < rows.size(); i++) {
        var values = list(rows.get(i).getValues());
        if (offset < values.size()) {
          cell.accept(zero(block.getStartRow()) + i, values.get(offset));
        }
      }
    }
  }

  /** Cells of one row by column. */
  Map<Integer, CellData> row(int row) {
    var cells = new TreeMap<Integer, CellData>();
    for (var block : blocks()) {
      int offset = row - zero(block.getStartRow());
      var rows = list(block.getRowData());
      if (offset >= 0 && offset < rows.size()) {
        var values = list(rows.get(offset).getValues());
        for (int i = 0; i < values.size(); i++) {
          cells.put(zero(block.getStartColumn()) + i, values.get(i));
        }
      }
    }
    return cells;
  }

  /** The keys that stand in a column. */
  KeyColumn keys(int column) {
    var cells = new TreeMap<Integer, CellData>();
    column(column, cells::put);
    var keys = new KeyColumn();
    cells.forEach((row, cell) -> keys.put(row, KeyText.of(cell), KeyText.isNumeric(cell)));
    return keys;
  }

  private List<GridData> blocks() {
    return list(sheet.getData());
  }

  private static List<DeveloperMetadata> metadata(DimensionProperties column) {
    return list(column.getDeveloperMetadata());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static int zero(Integer number) {
    return number == null ? 0 : number;
  }

  private static <T> List<T> list(List<T> list) {
    return list == null ? List.of() : list;
  }
}
