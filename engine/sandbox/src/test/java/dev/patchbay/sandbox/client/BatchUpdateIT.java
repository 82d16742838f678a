package dev.patchbay.sandbox.client;

import static dev.patchbay.sandbox.client.Workbook.cells;
import static dev.patchbay.sandbox.client.Workbook.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.AppendCellsRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.CreateDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeleteSheetRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.Response;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One batch as the hub sends it, and what a batch promises. */
class BatchUpdateIT {

  private Workbook book;

  @BeforeEach
  void create() throws IOException {
    book = Workbook.create();
  }

  @Test
  void upsertsUnderATokenAndShowsTheKeyColumn() throws IOException {
    book.raw("A1:B2", List.of("Id", "State"), List.of("k1", "open"));

    var answer = book.api().batchUpdate(book.id(), upsert(77)).execute();

    assertThat(answer.getReplies().getFirst().getCreateDeveloperMetadata().getDeveloperMetadata())
        .isEqualTo(
            new DeveloperMetadata()
                .setMetadataId(77)
                .setMetadataKey("patchbay.batch")
                .setVisibility("DOCUMENT")
                .setLocation(
                    new DeveloperMetadataLocation().setLocationType("SHEET").setSheetId(0)));
    assertThat(answer.getReplies().subList(1, 3)).containsExactly(new Response(), new Response());
    assertThat(keys(answer.getUpdatedSpreadsheet())).containsExactly("Id", "k1", "k2");
    assertThat(book.read("Sheet1"))
        .isEqualTo(List.of(List.of("Id", "State"), List.of("k1", "closed"), List.of("k2", "open")));
  }

  private static List<String> keys(com.google.api.services.sheets.v4.model.Spreadsheet answer) {
    return answer.getSheets().getFirst().getData().getFirst().getRowData().stream()
        .map(row -> row.getValues().getFirst().getUserEnteredValue().getStringValue())
        .toList();
  }

  @Test
  void refusesATokenThatIsTakenAndWritesNothing() throws IOException {
    book.api().batchUpdate(book.id(), upsert(77)).execute();
    var before = book.read("Sheet1");

    assertThat(refusal(() -> book.api().batchUpdate(book.id(), upsert(77)).execute()))
        .isEqualTo(
            "400 Invalid requests[0].createDeveloperMetadata: Developer metadata with ID 77 already"
                + " exists.");
    assertThat(book.read("Sheet1")).isEqualTo(before);
  }

  private static BatchUpdateSpreadsheetRequest upsert(int token) {
    return new BatchUpdateSpreadsheetRequest()
        .setRequests(List.of(token(token), update(1, "k1", "closed"), append("k2", "open")))
        .setIncludeSpreadsheetInResponse(true)
        .setResponseRanges(List.of("Sheet1!A:A"))
        .setResponseIncludeGridData(true);
  }

  private static Request token(int id) {
    return new Request()
        .setCreateDeveloperMetadata(
            new CreateDeveloperMetadataRequest()
                .setDeveloperMetadata(
                    new DeveloperMetadata()
                        .setMetadataId(id)
                        .setMetadataKey("patchbay.batch")
                        .setVisibility("DOCUMENT")
                        .setLocation(new DeveloperMetadataLocation().setSheetId(0))));
  }

  private static Request update(int row, String... texts) {
    return new Request()
        .setUpdateCells(
            new UpdateCellsRequest()
                .setStart(new GridCoordinate().setSheetId(0).setRowIndex(row).setColumnIndex(0))
                .setRows(List.of(cells(texts)))
                .setFields("userEnteredValue"));
  }

  private static Request append(String... texts) {
    return new Request()
        .setAppendCells(
            new AppendCellsRequest()
                .setSheetId(0)
                .setRows(List.of(cells(texts)))
                .setFields("userEnteredValue"));
  }

  @Test
  void appliesNothingOfABatchWhoseLastRequestIsBad() throws IOException {
    assertThat(refusal(() -> book.batch(append("x"), token(5), deleteSheet(1234))))
        .isEqualTo("400 Invalid requests[2].deleteSheet: No grid with id: 1234");
    assertThat(book.read("Sheet1")).isEmpty();
    assertThat(refusal(() -> book.api().developerMetadata().get(book.id(), 5).execute()))
        .isEqualTo("404 No developer metadata with ID 5");
  }

  @Test
  void letsARequestSeeWhatTheOnesBeforeItDid() throws IOException {
    book.batch(
        addSheet(new SheetProperties().setSheetId(9).setTitle("New")),
        deleteSheet(0),
        new Request()
            .setAppendCells(
                new AppendCellsRequest()
                    .setSheetId(9)
                    .setRows(List.of(cells("x")))
                    .setFields("*")));

    assertThat(book.read("New")).isEqualTo(List.of(List.of("x")));
  }

  @Test
  void refusesAnEmptyBatch() {
    assertThat(refusal(book::batch)).isEqualTo("400 Must specify at least one request.");
  }

  @Test
  void refusesRequestsOfNoKindAndOfTwo() {
    assertThat(refusal(() -> book.batch(new Request())))
        .isEqualTo("400 Invalid requests[0]: Must specify exactly one request kind, found 0.");
    assertThat(refusal(() -> book.batch(append("x").setDeleteSheet(new DeleteSheetRequest()))))
        .isEqualTo("400 Invalid requests[0]: Must specify exactly one request kind, found 2.");
  }

  @Test
  void keepsTabsThatPeopleNeed() throws IOException {
    assertThat(refusal(() -> book.batch(deleteSheet(0))))
        .isEqualTo(
            "400 Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.");
    assertThat(refusal(() -> book.batch(hide(0))))
        .isEqualTo(
            "400 Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a"
                + " document.");
  }

  @Test
  void refusesATitleAndAnIdThatAreTaken() {
    assertThat(refusal(() -> book.batch(addSheet(new SheetProperties().setTitle("Sheet1")))))
        .isEqualTo(
            "400 Invalid requests[0].addSheet: A sheet with the name \"Sheet1\" already exists."
                + " Please enter another name.");
    assertThat(refusal(() -> book.batch(addSheet(new SheetProperties().setSheetId(0)))))
        .startsWith("400 Invalid requests[0].addSheet: Sheet with id 0 already exists.");
  }

  @Test
  void refusesMoreThanTenMillionCells() {
    var huge =
        new SheetProperties()
            .setGridProperties(
                new com.google.api.services.sheets.v4.model.GridProperties()
                    .setRowCount(1_000_000)
                    .setColumnCount(10));

    assertThat(refusal(() -> book.batch(addSheet(huge))))
        .isEqualTo(
            "400 Invalid requests[0].addSheet: This action would increase the number of cells in"
                + " the workbook above the limit of 10000000 cells.");
  }

  private static Request addSheet(SheetProperties properties) {
    return new Request().setAddSheet(new AddSheetRequest().setProperties(properties));
  }

  private static Request deleteSheet(int id) {
    return new Request().setDeleteSheet(new DeleteSheetRequest().setSheetId(id));
  }

  private static Request hide(int id) {
    return new Request()
        .setUpdateSheetProperties(
            new UpdateSheetPropertiesRequest()
                .setProperties(new SheetProperties().setSheetId(id).setHidden(true))
                .setFields("hidden"));
  }
}
