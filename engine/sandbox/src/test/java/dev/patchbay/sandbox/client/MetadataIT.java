package dev.patchbay.sandbox.client;

import static dev.patchbay.sandbox.client.Workbook.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.BatchClearValuesByDataFilterRequest;
import com.google.api.services.sheets.v4.model.BatchGetValuesByDataFilterRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesByDataFilterRequest;
import com.google.api.services.sheets.v4.model.CreateDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.DataFilterValueRange;
import com.google.api.services.sheets.v4.model.DeleteDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLookup;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GetSpreadsheetByDataFilterRequest;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.InsertDimensionRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.SortRangeRequest;
import com.google.api.services.sheets.v4.model.SortSpec;
import com.google.api.services.sheets.v4.model.UpdateDeveloperMetadataRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Developer metadata, and the calls that address ranges by it. */
class MetadataIT {

  private Workbook book;

  @BeforeEach
  void create() throws IOException {
    book = Workbook.create();
  }

  @Test
  void drawsAnIdWhereNoneIsGiven() throws IOException {
    var created = create(metadata("k", sheet()));

    assertThat(created.getMetadataId()).isPositive();
    assertThat(found(lookup().setMetadataKey("k"))).containsExactly(created);
  }

  @Test
  void allowsAKeyTwice() throws IOException {
    create(metadata("k", sheet()).setMetadataId(1));
    create(metadata("k", sheet()).setMetadataId(2));

    assertThat(found(lookup().setMetadataKey("k"))).hasSize(2);
  }

  @Test
  void demandsKeyVisibilityAndLocation() {
    assertThat(refusal(() -> create(metadata("", sheet()))))
        .endsWith("developerMetadata.metadataKey must be specified.");
    assertThat(refusal(() -> create(metadata("k", sheet()).setVisibility(null))))
        .endsWith("developerMetadata.visibility must be specified.");
    assertThat(refusal(() -> create(metadata("k", null))))
        .endsWith("A developer metadata location must be specified.");
  }

  @Test
  void takesOneRowOrColumnButNotTwo() {
    var two = range("ROWS", 3, 5);

    assertThat(
            refusal(
                () ->
                    create(metadata("k", new DeveloperMetadataLocation().setDimensionRange(two)))))
        .endsWith("DimensionRange must represent a single row or column.");
  }

  @Test
  void followsItsRowThroughInsertsAndSorts() throws IOException {
    book.raw("A1:A3", List.of("c"), List.of("b"), List.of("a"));
    create(metadata("k", row(0)).setMetadataId(5));

    book.batch(insertRows(0, 2), sort(2, 5));

    assertThat(book.read("A3:A5")).isEqualTo(List.of(List.of("a"), List.of("b"), List.of("c")));
    assertThat(get(5).getLocation()).isEqualTo(row(4).setLocationType("ROW"));
  }

  @Test
  void goesWithItsRow() throws IOException {
    create(metadata("k", row(3)).setMetadataId(5));

    book.batch(
        new Request()
            .setDeleteDimension(new DeleteDimensionRequest().setRange(range("ROWS", 3, 4))));

    assertThat(refusal(() -> get(5))).isEqualTo("404 No developer metadata with ID 5");
  }

  @Test
  void findsWhatMatchesAllGivenFields() throws IOException {
    create(metadata("k", sheet()).setMetadataId(1).setMetadataValue("v"));
    create(metadata("k", row(1)).setMetadataId(2).setMetadataValue("v"));
    create(metadata("k", row(1)).setMetadataId(3).setMetadataValue("w"));

    assertThat(ids(lookup().setMetadataKey("k").setMetadataValue("v"))).containsExactly(1, 2);
    assertThat(ids(lookup().setMetadataKey("k").setLocationType("ROW"))).containsExactly(2, 3);
    assertThat(ids(lookup().setMetadataId(3).setMetadataValue("v"))).isEmpty();
  }

  @Test
  void meetsRowsOfATabUnlessTheLocationMustBeExact() throws IOException {
    create(metadata("k", sheet()).setMetadataId(1));
    create(metadata("k", row(1)).setMetadataId(2));

    assertThat(ids(lookup().setMetadataLocation(sheet()))).containsExactly(1, 2);
    assertThat(
            ids(
                lookup()
                    .setMetadataLocation(sheet())
                    .setLocationMatchingStrategy("EXACT_LOCATION")))
        .containsExactly(1);
  }

  @Test
  void refusesALocationTypeBesidesAnExactLocation() {
    assertThat(
            refusal(
                () ->
                    found(
                        lookup()
                            .setLocationType("ROW")
                            .setMetadataLocation(sheet())
                            .setLocationMatchingStrategy("EXACT_LOCATION"))))
        .startsWith("400 DeveloperMetadataLookup.locationType must not be specified");
  }

  @Test
  void updatesAndDeletesWhatAFilterFinds() throws IOException {
    create(metadata("k", sheet()).setMetadataId(1));
    var filter = new DataFilter().setDeveloperMetadataLookup(lookup().setMetadataKey("k"));

    var answer =
        book.batch(
            new Request()
                .setUpdateDeveloperMetadata(
                    new UpdateDeveloperMetadataRequest()
                        .setDataFilters(List.of(filter))
                        .setDeveloperMetadata(new DeveloperMetadata().setMetadataValue("new"))
                        .setFields("metadataValue")),
            new Request()
                .setDeleteDeveloperMetadata(
                    new DeleteDeveloperMetadataRequest().setDataFilter(filter)));

    var deleted = answer.getReplies().getLast().getDeleteDeveloperMetadata();
    assertThat(deleted.getDeletedDeveloperMetadata())
        .isEqualTo(
            answer.getReplies().getFirst().getUpdateDeveloperMetadata().getDeveloperMetadata());
    assertThat(deleted.getDeletedDeveloperMetadata().getFirst().getMetadataValue())
        .isEqualTo("new");
    assertThat(ids(lookup().setMetadataKey("k"))).isEmpty();
  }

  @Test
  void holdsThirtyThousandCharactersForATab() throws IOException {
    create(metadata("k", sheet()).setMetadataValue("x".repeat(29_998)));

    assertThat(refusal(() -> create(metadata("kk", row(0)))))
        .endsWith("Developer metadata exceeds the storage limit of 30000 characters.");
    create(metadata("kk", new DeveloperMetadataLocation().setSpreadsheet(true)));
  }

  @Test
  void writesReadsAndClearsTheRowThatMetadataMarks() throws IOException {
    create(metadata("hot", row(6)));
    var filter = new DataFilter().setDeveloperMetadataLookup(lookup().setMetadataKey("hot"));
    var values = book.api().values();

    var written =
        values
            .batchUpdateByDataFilter(
                book.id(),
                new BatchUpdateValuesByDataFilterRequest()
                    .setValueInputOption("RAW")
                    .setData(
                        List.of(
                            new DataFilterValueRange()
                                .setDataFilter(filter)
                                .setMajorDimension("ROWS")
                                .setValues(List.of(List.of("a", "b"))))))
            .execute();
    var read =
        values
            .batchGetByDataFilter(
                book.id(), new BatchGetValuesByDataFilterRequest().setDataFilters(List.of(filter)))
            .execute();
    var cleared =
        values
            .batchClearByDataFilter(
                book.id(),
                new BatchClearValuesByDataFilterRequest().setDataFilters(List.of(filter)))
            .execute();

    assertThat(written.getTotalUpdatedCells()).isEqualTo(2);
    assertThat(written.getResponses().getFirst().getUpdatedRange()).isEqualTo("Sheet1!A7:B7");
    assertThat(read.getValueRanges().getFirst().getDataFilters()).containsExactly(filter);
    assertThat(read.getValueRanges().getFirst().getValueRange().getValues())
        .isEqualTo(List.of(List.of("a", "b")));
    assertThat(cleared.getClearedRanges()).containsExactly("Sheet1!A7:Z7");
    assertThat(book.read("Sheet1")).isEmpty();
  }

  @Test
  void findsSpreadsheetDataByRangesOfBothKinds() throws IOException {
    book.raw("A1:B2", List.of("a", "b"), List.of("c", "d"));
    var filters =
        List.of(
            new DataFilter().setA1Range("A1"),
            new DataFilter()
                .setGridRange(new GridRange().setStartRowIndex(1).setStartColumnIndex(1)));

    var answer =
        book.api()
            .getByDataFilter(
                book.id(),
                new GetSpreadsheetByDataFilterRequest()
                    .setDataFilters(filters)
                    .setIncludeGridData(true))
            .execute();

    assertThat(
            answer.getSheets().getFirst().getData().stream()
                .map(d -> d.getRowData().getFirst().getValues().getFirst().getFormattedValue()))
        .containsExactly("a", "d");
  }

  private DeveloperMetadata create(DeveloperMetadata item) throws IOException {
    var request = new CreateDeveloperMetadataRequest().setDeveloperMetadata(item);
    var answer = book.batch(new Request().setCreateDeveloperMetadata(request));
    return answer.getReplies().getFirst().getCreateDeveloperMetadata().getDeveloperMetadata();
  }

  private DeveloperMetadata get(int id) throws IOException {
    return book.api().developerMetadata().get(book.id(), id).execute();
  }

  private List<Integer> ids(DeveloperMetadataLookup lookup) throws IOException {
    return found(lookup).stream().map(DeveloperMetadata::getMetadataId).toList();
  }

  private List<DeveloperMetadata> found(DeveloperMetadataLookup lookup) throws IOException {
    var filter = new DataFilter().setDeveloperMetadataLookup(lookup);
    var matched =
        book.api()
            .developerMetadata()
            .search(book.id(), new SearchDeveloperMetadataRequest().setDataFilters(List.of(filter)))
            .execute()
            .getMatchedDeveloperMetadata();
    return matched == null
        ? List.of()
        : matched.stream().map(m -> m.getDeveloperMetadata()).toList();
  }

  private static DeveloperMetadataLookup lookup() {
    return new DeveloperMetadataLookup();
  }

  private static DeveloperMetadata metadata(
      String key, @org.jspecify.annotations.Nullable DeveloperMetadataLocation location) {
    return new DeveloperMetadata()
        .setMetadataKey(key)
        .setVisibility("DOCUMENT")
        .setLocation(location);
  }

  private static DeveloperMetadataLocation sheet() {
    return new DeveloperMetadataLocation().setSheetId(0);
  }

  private static DeveloperMetadataLocation row(int index) {
    return new DeveloperMetadataLocation().setDimensionRange(range("ROWS", index, index + 1));
  }

  private static DimensionRange range(String dimension, int start, int end) {
    return new DimensionRange()
        .setSheetId(0)
        .setDimension(dimension)
        .setStartIndex(start)
        .setEndIndex(end);
  }

  private static Request insertRows(int start, int end) {
    return new Request()
        .setInsertDimension(new InsertDimensionRequest().setRange(range("ROWS", start, end)));
  }

  private static Request sort(int start, int end) {
    return new Request()
        .setSortRange(
            new SortRangeRequest()
                .setRange(new GridRange().setSheetId(0).setStartRowIndex(start).setEndRowIndex(end))
                .setSortSpecs(
                    List.of(new SortSpec().setDimensionIndex(0).setSortOrder("ASCENDING"))));
  }
}
