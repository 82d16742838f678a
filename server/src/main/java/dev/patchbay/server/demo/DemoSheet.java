package dev.patchbay.server.demo;

import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridData;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.SpreadsheetProperties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One tab of a spreadsheet, made and read through Google's official client, as its owner would.
 *
 * @param spreadsheet its id
 */
public record DemoSheet(Sheets client, String spreadsheet, String tab) {
  private static final String TITLE = "City service requests";
  private static final String CELLS = "sheets(data(rowData(values(userEnteredValue))))";
  private static final int ROWS_AT_ONCE = 2_000;

  /**
   * A cell as it stands in the sheet.
   *
   * @param text what it holds
   * @param isText whether it holds that as text: no number, boolean, date or formula was made of it
   */
  public record Cell(String text, boolean isText) {
    /** Nothing in it. */
    public static final Cell EMPTY = new Cell("", true);

    public static Cell text(String text) {
      return new Cell(text, true);
    }
  }

  /** A new spreadsheet with this tab. */
  public static DemoSheet create(Sheets client, String tab) {
    var fresh =
        new Spreadsheet()
            .setProperties(new SpreadsheetProperties().setTitle(TITLE))
            .setSheets(List.of(new Sheet().setProperties(new SheetProperties().setTitle(tab))));
    try {
      var created = client.spreadsheets().create(fresh).execute();
      return new DemoSheet(client, created.getSpreadsheetId(), tab);
    } catch (IOException e) {
      throw new DemoFailure("no spreadsheet could be made: " + e.getMessage(), e);
    }
  }

  /** All rows, the header first. Empty rows are left out. */
  public List<List<Cell>> read() {
    try {
      var rows = new ArrayList<List<Cell>>();
      int height = height();
      for (int first = 1; first <= height; first += ROWS_AT_ONCE) {
        page(first, Math.min(height, first + ROWS_AT_ONCE - 1)).forEach(rows::add);
      }
      return rows;
    } catch (IOException e) {
      throw new DemoFailure("the sheet could not be read: " + e.getMessage(), e);
    }
  }

  private int height() throws IOException {
    return client
        .spreadsheets()
        .get(spreadsheet)
        .setFields("sheets(properties)")
        .execute()
        .getSheets()
        .stream()
        .map(Sheet::getProperties)
        .filter(sheet -> sheet.getTitle().equals(tab))
        .mapToInt(sheet -> sheet.getGridProperties().getRowCount())
        .findFirst()
        .orElseThrow(() -> new DemoFailure("the spreadsheet has no tab '" + tab + "'"));
  }

  private Stream<List<Cell>> page(int first, int last) throws IOException {
    var range = "'" + tab + "'!" + first + ":" + last;
    var answer =
        client.spreadsheets().get(spreadsheet).setRanges(List.of(range)).setFields(CELLS).execute();
    return answer.getSheets().stream()
        .flatMap(sheet -> listed(sheet.getData()))
        .flatMap((GridData grid) -> listed(grid.getRowData()))
        .map((RowData row) -> listed(row.getValues()).map(DemoSheet::cell).toList())
        .filter(row -> row.stream().anyMatch(cell -> !cell.equals(Cell.EMPTY)));
  }

  private static <T> Stream<T> listed(@Nullable List<T> list) {
    return list == null ? Stream.empty() : list.stream();
  }

  private static Cell cell(CellData data) {
    ExtendedValue value = data.getUserEnteredValue();
    if (value == null) {
      return Cell.EMPTY;
    }
    var text = value.getStringValue();
    return text == null ? new Cell(value.values().toString(), false) : Cell.text(text);
  }
}
