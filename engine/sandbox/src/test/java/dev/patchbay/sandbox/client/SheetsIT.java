package dev.patchbay.sandbox.client;

import static dev.patchbay.sandbox.client.Workbook.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.AddNamedRangeRequest;
import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.AppendDimensionRequest;
import com.google.api.services.sheets.v4.model.CopyPasteRequest;
import com.google.api.services.sheets.v4.model.CopySheetToAnotherSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.DeleteDuplicatesRequest;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.DuplicateSheetRequest;
import com.google.api.services.sheets.v4.model.FindReplaceRequest;
import com.google.api.services.sheets.v4.model.FindReplaceResponse;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.InsertDimensionRequest;
import com.google.api.services.sheets.v4.model.MoveDimensionRequest;
import com.google.api.services.sheets.v4.model.NamedRange;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.SortRangeRequest;
import com.google.api.services.sheets.v4.model.SortSpec;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.SpreadsheetProperties;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What requests do to tabs, rows and columns. */
class SheetsIT {

  private Workbook book;

  @BeforeEach
  void create() throws IOException {
    book = Workbook.create();
  }

  @Test
  void createsASpreadsheetWithTheTabsThatAreWanted() throws IOException {
    var wanted =
        new Spreadsheet()
            .setProperties(new SpreadsheetProperties().setTitle("Two").setLocale("de_DE"))
            .setSheets(
                List.of(
                    new com.google.api.services.sheets.v4.model.Sheet()
                        .setProperties(new SheetProperties().setTitle("A").setSheetId(5)),
                    new com.google.api.services.sheets.v4.model.Sheet()
                        .setProperties(new SheetProperties().setTitle("B"))));

    var made = book.api().create(wanted).execute();

    assertThat(made.getProperties().getLocale()).isEqualTo("de_DE");
    assertThat(made.getSheets().stream().map(s -> s.getProperties().getTitle()))
        .containsExactly("A", "B");
    assertThat(made.getSheets().getFirst().getProperties().getSheetId()).isEqualTo(5);
  }

  @Test
  void copiesATabIntoAnotherSpreadsheet() throws IOException {
    book.raw("A1", List.of("content"));
    var other = Workbook.create();

    var copy =
        book.api()
            .sheets()
            .copyTo(
                book.id(),
                0,
                new CopySheetToAnotherSpreadsheetRequest().setDestinationSpreadsheetId(other.id()))
            .execute();

    assertThat(copy.getTitle()).isEqualTo("Copy of Sheet1");
    assertThat(copy.getIndex()).isEqualTo(1);
    assertThat(other.read("'Copy of Sheet1'")).isEqualTo(List.of(List.of("content")));
  }

  @Test
  void refusesToCopyATabThatIsNotThere() {
    var to = new CopySheetToAnotherSpreadsheetRequest().setDestinationSpreadsheetId(book.id());

    assertThat(refusal(() -> book.api().sheets().copyTo(book.id(), 99, to).execute()))
        .isEqualTo("404 Requested entity was not found.");
  }

  @Test
  void duplicatesATabThatThenLivesByItself() throws IOException {
    book.raw("A1", List.of("before"));

    book.batch(
        new Request()
            .setDuplicateSheet(
                new DuplicateSheetRequest().setSourceSheetId(0).setNewSheetName("Twin")));
    book.raw("Sheet1!A1", List.of("after"));

    assertThat(book.read("Twin!A1")).isEqualTo(List.of(List.of("before")));
  }

  @Test
  void sortsRowsWrittenInTheSameBatch() throws IOException {
    book.batch(
        insert("ROWS", 0, 1),
        new Request()
            .setAppendCells(
                new com.google.api.services.sheets.v4.model.AppendCellsRequest()
                    .setSheetId(0)
                    .setRows(List.of(Workbook.cells("c"), Workbook.cells("b"), Workbook.cells("a")))
                    .setFields("*")),
        sort("ASCENDING"));

    assertThat(book.read("Sheet1")).isEqualTo(List.of(List.of("a"), List.of("b"), List.of("c")));
  }

  @Test
  void sortsNumbersBeforeTextAndBlanksLast() throws IOException {
    book.raw("A1:A5", List.of("b"), List.of(""), List.of(10), List.of("A"), List.of(9));

    book.batch(sort("ASCENDING"));
    var up = book.read("A1:A5").toString();
    book.batch(sort("DESCENDING"));

    assertThat(up).isEqualTo("[[9], [10], [A], [b]]");
    assertThat(book.read("A1:A5")).hasToString("[[b], [A], [10], [9]]");
  }

  @Test
  void movesRowsDownAndUp() throws IOException {
    book.raw("A1:A4", List.of(1), List.of(2), List.of(3), List.of(4));

    book.batch(move(0, 2, 3));
    var down = book.read("A1:A4").toString();
    book.batch(move(1, 3, 0));

    assertThat(down).isEqualTo("[[3], [1], [2], [4]]");
    assertThat(book.read("A1:A4")).hasToString("[[1], [2], [3], [4]]");
  }

  @Test
  void insertsColumnsAndMovesNamedRangesWithThem() throws IOException {
    book.raw("A1:B1", List.of("a", "b"));
    book.batch(name("Right", 1));

    book.batch(insert("COLUMNS", 1, 3));

    assertThat(book.read("Right")).isEqualTo(List.of(List.of("b")));
    assertThat(book.read("1:1")).isEqualTo(List.of(List.of("a", "", "", "b")));
  }

  @Test
  void refusesToInheritFromBeforeTheFirstRow() {
    var request = insert("ROWS", 0, 1);
    request.getInsertDimension().setInheritFromBefore(true);

    assertThat(refusal(() -> book.batch(request)))
        .isEqualTo(
            "400 Invalid requests[0].insertDimension: inheritFromBefore cannot be true if inserting"
                + " at index 0.");
  }

  @Test
  void findsAndReplacesAndCountsLikeGoogle() throws IOException {
    book.raw("A1:B2", List.of("one fish", "two fish"), List.of("fish fish", "bird"));

    var answer =
        book.batch(
            new Request()
                .setFindReplace(
                    new FindReplaceRequest()
                        .setFind("FISH")
                        .setReplacement("cat")
                        .setAllSheets(true)));

    assertThat(answer.getReplies().getFirst().getFindReplace())
        .isEqualTo(
            new FindReplaceResponse()
                .setValuesChanged(3)
                .setRowsChanged(2)
                .setSheetsChanged(1)
                .setOccurrencesChanged(4));
    assertThat(book.read("Sheet1"))
        .isEqualTo(List.of(List.of("one cat", "two cat"), List.of("cat cat", "bird")));
  }

  @Test
  void removesRowsThatRepeatEarlierOnes() throws IOException {
    book.raw("A1:B4", List.of("k", 1), List.of("k", 2), List.of("K", 1), List.of("l", 1));

    var answer =
        book.batch(
            new Request()
                .setDeleteDuplicates(
                    new DeleteDuplicatesRequest()
                        .setRange(new GridRange().setSheetId(0))
                        .setComparisonColumns(
                            List.of(
                                new DimensionRange()
                                    .setSheetId(0)
                                    .setDimension("COLUMNS")
                                    .setStartIndex(0)
                                    .setEndIndex(1)))));

    assertThat(answer.getReplies().getFirst().getDeleteDuplicates().getDuplicatesRemovedCount())
        .isEqualTo(2);
    assertThat(book.read("Sheet1")).isEqualTo(List.of(List.of("k", "1"), List.of("l", "1")));
  }

  @Test
  void fillsATargetWithCopies() throws IOException {
    book.raw("A1:A2", List.of("a"), List.of("b"));

    book.batch(
        new Request()
            .setCopyPaste(
                new CopyPasteRequest()
                    .setSource(range(0, 2, 0, 1))
                    .setDestination(range(2, 6, 0, 1))));

    assertThat(book.read("A1:A7")).hasToString("[[a], [b], [a], [b], [a], [b]]");
  }

  @Test
  void growsByRowsButNotOverTheLimit() throws IOException {
    book.batch(grow(1000));

    assertThat(book.read("A2000")).isEmpty();
    assertThat(refusal(() -> book.batch(grow(1_000_000))))
        .endsWith("above the limit of 10000000 cells.");
  }

  @Test
  void readsTheFirstTabThatIsNotHidden() throws IOException {
    var hidden = new SheetProperties().setTitle("Hidden").setIndex(0).setHidden(true);
    book.batch(new Request().setAddSheet(new AddSheetRequest().setProperties(hidden)));

    book.raw("A1", List.of("seen"));

    assertThat(book.read("sheet1!A1")).isEqualTo(List.of(List.of("seen")));
  }

  private static Request grow(int rows) {
    return new Request()
        .setAppendDimension(
            new AppendDimensionRequest().setSheetId(0).setDimension("ROWS").setLength(rows));
  }

  private static Request insert(String dimension, int start, int end) {
    return new Request()
        .setInsertDimension(
            new InsertDimensionRequest().setRange(dimensionRange(dimension, start, end)));
  }

  private static Request move(int start, int end, int to) {
    return new Request()
        .setMoveDimension(
            new MoveDimensionRequest()
                .setSource(dimensionRange("ROWS", start, end))
                .setDestinationIndex(to));
  }

  private static DimensionRange dimensionRange(String dimension, int start, int end) {
    return new DimensionRange()
        .setSheetId(0)
        .setDimension(dimension)
        .setStartIndex(start)
        .setEndIndex(end);
  }

  private static Request sort(String order) {
    return new Request()
        .setSortRange(
            new SortRangeRequest()
                .setRange(new GridRange().setSheetId(0))
                .setSortSpecs(List.of(new SortSpec().setDimensionIndex(0).setSortOrder(order))));
  }

  private static Request name(String name, int column) {
    return new Request()
        .setAddNamedRange(
            new AddNamedRangeRequest()
                .setNamedRange(
                    new NamedRange().setName(name).setRange(range(0, 1, column, column + 1))));
  }

  private static GridRange range(int startRow, int endRow, int startColumn, int endColumn) {
    return new GridRange()
        .setSheetId(0)
        .setStartRowIndex(startRow)
        .setEndRowIndex(endRow)
        .setStartColumnIndex(startColumn)
        .setEndColumnIndex(endColumn);
  }
}
