package dev.patchbay.sandbox.client;

import static dev.patchbay.sandbox.client.Workbook.cells;
import static dev.patchbay.sandbox.client.Workbook.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.AppendCellsRequest;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.NumberFormat;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** updateCells, appendCells and repeatCell: typed cells under a mask. */
class CellsIT {

  private Workbook book;

  @BeforeEach
  void create() throws IOException {
    book = Workbook.create();
  }

  @Test
  void appendsAfterTheLastRowWithDataInAnyColumn() throws IOException {
    book.raw("A1:C3", List.of("a"), List.of("b"), List.of("", "", "c"));

    book.batch(append("userEnteredValue", cells("d")));

    assertThat(book.read("A4")).isEqualTo(List.of(List.of("d")));
  }

  @Test
  void passesOverRowsThatHoldOnlyAFormat() throws IOException {
    book.batch(repeat(new GridRange().setEndRowIndex(10), dated(), "userEnteredFormat"));

    book.batch(append("userEnteredValue", cells("first")));

    assertThat(book.read("Sheet1")).isEqualTo(List.of(List.of("first")));
  }

  @Test
  void makesTheSheetLongerAndWiderForWhatIsAppended() throws IOException {
    book.raw("A1000", List.of("last"));

    book.batch(append("userEnteredValue", cells("x".repeat(27).split(""))));

    var grid = book.api().get(book.id()).execute().getSheets().getFirst().getProperties();
    assertThat(grid.getGridProperties().getRowCount()).isEqualTo(1001);
    assertThat(grid.getGridProperties().getColumnCount()).isEqualTo(27);
  }

  @Test
  void writesEveryKindOfValueWithItsFormat() throws IOException {
    var row =
        new RowData()
            .setValues(
                List.of(
                    value(new ExtendedValue().setStringValue("007")),
                    value(new ExtendedValue().setNumberValue(0.1)),
                    value(new ExtendedValue().setBoolValue(true)),
                    value(new ExtendedValue().setFormulaValue("=1+1")),
                    dated().setUserEnteredValue(new ExtendedValue().setNumberValue(43831d))));

    book.batch(append("userEnteredValue,userEnteredFormat.numberFormat", row));

    assertThat(book.read("Sheet1"))
        .isEqualTo(List.of(List.of("007", "0.1", "TRUE", "2", "2020-01-01")));
  }

  @Test
  void clearsWhatTheRowsOfARangeDoNotCover() throws IOException {
    book.raw("A1:C2", List.of("a", "b", "c"), List.of("d", "e", "f"));

    book.batch(
        new Request()
            .setUpdateCells(
                new UpdateCellsRequest()
                    .setRange(range(0, 2, 0, 2))
                    .setRows(List.of(cells("new")))
                    .setFields("userEnteredValue")));

    assertThat(book.read("Sheet1"))
        .isEqualTo(List.of(List.of("new", "", "c"), List.of("", "", "f")));
  }

  @Test
  void leavesTheFieldsThatTheMaskDoesNotName() throws IOException {
    book.typed("A1", List.of("2020-01-01"));

    book.batch(start(0, 0, cells("no date"), "userEnteredValue"));
    book.batch(start(0, 0, new RowData().setValues(List.of(new CellData().setNote("n"))), "note"));

    var cell = data("sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note)");
    assertThat(cell)
        .isEqualTo(
            new CellData()
                .setUserEnteredValue(new ExtendedValue().setStringValue("no date"))
                .setUserEnteredFormat(
                    new CellFormat()
                        .setNumberFormat(
                            new NumberFormat().setType("DATE").setPattern("yyyy-mm-dd")))
                .setNote("n"));
  }

  private CellData data(String fields) throws IOException {
    return book.api()
        .get(book.id())
        .setFields(fields)
        .execute()
        .getSheets()
        .getFirst()
        .getData()
        .getFirst()
        .getRowData()
        .getFirst()
        .getValues()
        .getFirst();
  }

  @Test
  void refusesAMaskThatIsEmptyOrNamesNothing() {
    assertThat(refusal(() -> book.batch(append("", cells("x")))))
        .isEqualTo(
            "400 Invalid requests[0].appendCells: At least one field must be listed in 'fields'."
                + " (Use '*' to indicate all fields.)");
    assertThat(refusal(() -> book.batch(append("userEnteredValue.nope", cells("x")))))
        .isEqualTo("400 Invalid requests[0].appendCells: Invalid field: userEnteredValue.nope");
  }

  @Test
  void refusesAStartOutsideTheGrid() {
    assertThat(refusal(() -> book.batch(start(1000, 0, cells("x"), "*"))))
        .startsWith("400 Invalid requests[0].updateCells: ");
    assertThat(refusal(() -> book.batch(start(0, 26, cells("x"), "*"))))
        .startsWith("400 Invalid requests[0].updateCells: ");
  }

  @Test
  void clipsARangeThatEndsOutsideTheGrid() throws IOException {
    book.batch(repeat(range(998, 2000, 25, 99), cells("x").getValues().getFirst(), "*"));

    assertThat(book.read("Y997:Z1000"))
        .isEqualTo(List.of(List.of(), List.of(), List.of("", "x"), List.of("", "x")));
  }

  @Test
  void refusesMoreRowsThanTheRangeHolds() {
    assertThat(
            refusal(
                () ->
                    book.batch(
                        new Request()
                            .setUpdateCells(
                                new UpdateCellsRequest()
                                    .setRange(range(0, 1, 0, 1))
                                    .setRows(List.of(cells("a"), cells("b")))
                                    .setFields("*")))))
        .startsWith("400 Invalid requests[0].updateCells: Attempting to write row: 1");
  }

  private static Request append(String fields, RowData row) {
    return new Request()
        .setAppendCells(
            new AppendCellsRequest().setSheetId(0).setRows(List.of(row)).setFields(fields));
  }

  private static Request start(int row, int column, RowData cells, String fields) {
    return new Request()
        .setUpdateCells(
            new UpdateCellsRequest()
                .setStart(
                    new GridCoordinate().setSheetId(0).setRowIndex(row).setColumnIndex(column))
                .setRows(List.of(cells))
                .setFields(fields));
  }

  private static Request repeat(GridRange range, CellData cell, String fields) {
    return new Request()
        .setRepeatCell(new RepeatCellRequest().setRange(range).setCell(cell).setFields(fields));
  }

  private static GridRange range(int startRow, int endRow, int startColumn, int endColumn) {
    return new GridRange()
        .setSheetId(0)
        .setStartRowIndex(startRow)
        .setEndRowIndex(endRow)
        .setStartColumnIndex(startColumn)
        .setEndColumnIndex(endColumn);
  }

  private static CellData value(ExtendedValue value) {
    return new CellData().setUserEnteredValue(value);
  }

  private static CellData dated() {
    var format = new NumberFormat().setType("DATE").setPattern("yyyy-mm-dd");
    return new CellData().setUserEnteredFormat(new CellFormat().setNumberFormat(format));
  }
}
