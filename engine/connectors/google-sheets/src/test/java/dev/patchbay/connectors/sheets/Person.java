package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DeleteSheetRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLookup;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.InsertDimensionRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.SortRangeRequest;
import com.google.api.services.sheets.v4.model.SortSpec;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.SpreadsheetProperties;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import com.google.api.services.sheets.v4.model.ValueRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody who works in a spreadsheet by hand, through the official client. */
final class Person {
  private final Sheets sheets;
  private final String spreadsheet;

  private Person(Sheets sheets, String spreadsheet) {
    this.sheets = sheets;
    this.spreadsheet = spreadsheet;
  }

  /** Opens a new spreadsheet. */
  static Person withNewSpreadsheet(Sheets sheets) {
    var fresh =
        new Spreadsheet().setProperties(new SpreadsheetProperties().setTitle("Service requests"));
    return new Person(
        sheets, call(() -> sheets.spreadsheets().create(fresh).execute()).getSpreadsheetId());
  }

  String spreadsheet() {
    return spreadsheet;
  }

  void addTab(String title) {
    change(
        new Request()
            .setAddSheet(
                new AddSheetRequest().setProperties(new SheetProperties().setTitle(title))));
  }

  void renameTab(String from, String to) {
    var properties = new SheetProperties().setSheetId(sheetId(from)).setTitle(to);
    change(
        new Request()
            .setUpdateSheetProperties(
                new UpdateSheetPropertiesRequest().setProperties(properties).setFields("title")));
  }

  void deleteTab(String title) {
    change(new Request().setDeleteSheet(new DeleteSheetRequest().setSheetId(sheetId(title))));
  }

  void insertRows(String tab, int before, int count) {
    change(insert(tab, "ROWS", before, count));
  }

  void insertColumns(String tab, int before, int count) {
    change(insert(tab, "COLUMNS", before, count));
  }

  void deleteRows(String tab, int first, int count) {
    change(
        new Request()
            .setDeleteDimension(
                new DeleteDimensionRequest().setRange(range(tab, "ROWS", first, count))));
  }

  void deleteColumns(String tab, int first, int count) {
    change(
        new Request()
            .setDeleteDimension(
                new DeleteDimensionRequest().setRange(range(tab, "COLUMNS", first, count))));
  }

  /** Sorts all rows below the header by one column, last first. */
  void sort(String tab, int column) {
    var range = new GridRange().setSheetId(sheetId(tab)).setStartRowIndex(1);
    var spec = new SortSpec().setDimensionIndex(column).setSortOrder("DESCENDING");
    change(
        new Request()
            .setSortRange(new SortRangeRequest().setRange(range).setSortSpecs(List.of(spec))));
  }

  /** Types into cells from one on. */
  void type(String range, List<List<Object>> values) {
    call(
        () ->
            sheets
                .spreadsheets()
                .values()
                .update(spreadsheet, range, new ValueRange().setValues(values))
                .setValueInputOption("USER_ENTERED")
                .execute());
  }

  /** Shown texts of a tab, row by row. */
  List<List<Object>> texts(String tab) {
    var values = call(() -> sheets.spreadsheets().values().get(spreadsheet, tab).execute());
    return values.getValues() == null ? List.of() : values.getValues();
  }

  /** Shown texts below the header by header; empty rows and cells left out. */
  List<Map<String, String>> rows(String tab) {
    var texts = texts(tab);
    var rows = new ArrayList<Map<String, String>>();
    for (int i = 1; i < texts.size(); i++) {
      var row = new LinkedHashMap<String, String>();
      for (int c = 0; c < texts.get(i).size(); c++) {
        var text = texts.get(i).get(c).toString();
        if (!text.isEmpty()) {
          row.put(texts.getFirst().get(c).toString(), text);
        }
      }
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Cells of a tab with their values and formats. */
  List<List<CellData>> cells(String tab) {
    var found =
        call(
            () ->
                sheets
                    .spreadsheets()
                    .get(spreadsheet)
                    .setRanges(List.of("'" + tab + "'"))
                    .setIncludeGridData(true)
                    .execute());
    var rows = found.getSheets().getFirst().getData().getFirst().getRowData();
    return rows.stream().map(RowData::getValues).toList();
  }

  /** Values of all developer metadata with this key. */
  List<String> metadata(String key) {
    var lookup =
        new DataFilter()
            .setDeveloperMetadataLookup(new DeveloperMetadataLookup().setMetadataKey(key));
    var body = new SearchDeveloperMetadataRequest().setDataFilters(List.of(lookup));
    var found =
        call(() -> sheets.spreadsheets().developerMetadata().search(spreadsheet, body).execute())
            .getMatchedDeveloperMetadata();
    return found == null
        ? List.of()
        : found.stream().map(match -> match.getDeveloperMetadata().getMetadataValue()).toList();
  }

  List<String> tabs() {
    return sheets().stream().map(sheet -> sheet.getProperties().getTitle()).toList();
  }

  /** Does requests in one call. */
  void change(Request... requests) {
    var body = new BatchUpdateSpreadsheetRequest().setRequests(List.of(requests));
    call(() -> sheets.spreadsheets().batchUpdate(spreadsheet, body).execute());
  }

  int sheetId(String tab) {
    return sheets().stream()
        .map(Sheet::getProperties)
        .filter(properties -> properties.getTitle().equals(tab))
        .findFirst()
        .orElseThrow()
        .getSheetId();
  }

  private List<Sheet> sheets() {
    return call(() -> sheets.spreadsheets().get(spreadsheet).execute()).getSheets();
  }

  private Request insert(String tab, String dimension, int before, int count) {
    return new Request()
        .setInsertDimension(
            new InsertDimensionRequest().setRange(range(tab, dimension, before, count)));
  }

  private DimensionRange range(String tab, String dimension, int first, int count) {
    return new DimensionRange()
        .setSheetId(sheetId(tab))
        .setDimension(dimension)
        .setStartIndex(first)
        .setEndIndex(first + count);
  }

  private interface Call<T> {
    T execute() throws IOException;
  }

  private static <T> T call(Call<T> call) {
    try {
      return call.execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
