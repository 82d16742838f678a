package dev.patchbay.sandbox.client;

import static dev.patchbay.sandbox.client.Workbook.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.util.Data;
import com.google.api.services.sheets.v4.model.BatchClearValuesRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesRequest;
import com.google.api.services.sheets.v4.model.ClearValuesRequest;
import com.google.api.services.sheets.v4.model.ValueRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading and writing values by A1 ranges. */
class ValuesIT {

  private Workbook book;

  @BeforeEach
  void create() throws IOException {
    book = Workbook.create();
  }

  @Test
  void keepsRawValuesAsTheyAreGiven() throws IOException {
    book.raw("A1:F1", List.of("10", "=MAX(D2:D4)", "007", "2020-01-01", 1.5, true));

    assertThat(book.read("A1:F1", "UNFORMATTED_VALUE"))
        .isEqualTo(
            List.of(
                List.of("10", "=MAX(D2:D4)", "007", "2020-01-01", new BigDecimal("1.5"), true)));
  }

  @Test
  void readsTypedValuesAsAPersonWouldTypeThem() throws IOException {
    book.typed(
        "A1:G1",
        List.of("0042", "2,000,000.01", "= 1 / 1024", "2020-01-01", "$100.15", "TRUE", "'0123"));

    assertThat(book.read("A1:G1"))
        .isEqualTo(
            List.of(
                List.of(
                    "42",
                    "2,000,000.01",
                    "0.0009765625",
                    "2020-01-01",
                    "$100.15",
                    "TRUE",
                    "0123")));
    assertThat(book.read("A1:G1", "UNFORMATTED_VALUE").toString())
        .isEqualTo("[[42, 2000000.01, 0.0009765625, 43831, 100.15, true, 0123]]");
  }

  @Test
  void rendersDatesAsTextOnlyWhereThatIsAsked() throws IOException {
    book.typed(
        "A1:D2",
        List.of("=4/2", "2020-01-01", "string", 53),
        List.of("=3/2", 0.12, "1999-01-02", ""));

    assertThat(dates("UNFORMATTED_VALUE", "SERIAL_NUMBER"))
        .isEqualTo("[[2, 43831, string, 53], [1.5, 0.12, 36162]]");
    assertThat(dates("UNFORMATTED_VALUE", "FORMATTED_STRING"))
        .isEqualTo("[[2, 2020-01-01, string, 53], [1.5, 0.12, 1999-01-02]]");
    assertThat(dates("FORMULA", "FORMATTED_STRING"))
        .isEqualTo("[[=4/2, 43831, string, 53], [=3/2, 0.12, 36162]]");
  }

  private String dates(String render, String dateTime) throws IOException {
    return book.api()
        .values()
        .get(book.id(), "A1:D2")
        .setValueRenderOption(render)
        .setDateTimeRenderOption(dateTime)
        .execute()
        .getValues()
        .toString();
  }

  @Test
  void leavesCellsThatAreNullAndClearsThoseThatAreEmpty() throws IOException {
    book.raw("A1:D1", List.of("a", "b", "c", "d"));

    var answer = book.raw("A1:C1", List.of(Data.nullOf(String.class), "", "new"));

    assertThat(answer.getUpdatedCells()).isEqualTo(2);
    assertThat(book.read("A1:D1")).isEqualTo(List.of(List.of("a", "", "new", "d")));
  }

  @Test
  void countsTheCellsThatWereSent() throws IOException {
    var answer = book.raw("A1:D2", List.of("a", "b", "c", "d"), List.of("e", "f", "g", ""));

    assertThat(answer.getUpdatedCells()).isEqualTo(8);
  }

  @Test
  void leavesOutWhatIsBlankAtTheEndOnly() throws IOException {
    book.raw(
        "A1:D4",
        List.of("", "b", "", ""),
        List.of("", "", "", ""),
        List.of("c", "", "d", ""),
        List.of(""));

    assertThat(book.read("Sheet1"))
        .isEqualTo(List.of(List.of("", "b"), List.of(), List.of("c", "", "d")));
  }

  @Test
  void readsColumnsAsLines() throws IOException {
    book.raw("A1:B2", List.of(1, 2), List.of(3));

    var answer = book.api().values().get(book.id(), "A1:C2").setMajorDimension("COLUMNS").execute();

    assertThat(answer)
        .isEqualTo(
            new ValueRange()
                .setRange("Sheet1!A1:C2")
                .setMajorDimension("COLUMNS")
                .setValues(List.of(List.of("1", "3"), List.of("2"))));
  }

  @Test
  void readsAnEmptyRangeAsNoValuesAtAll() throws IOException {
    var answer = book.api().values().get(book.id(), "B2:C3").execute();

    assertThat(answer)
        .isEqualTo(new ValueRange().setRange("Sheet1!B2:C3").setMajorDimension("ROWS"));
  }

  @Test
  void demandsHowValuesAreMeant() {
    assertThat(
            refusal(
                () ->
                    book.api()
                        .values()
                        .update(book.id(), "A1", Workbook.values(List.of(1)))
                        .execute()))
        .isEqualTo("400 'valueInputOption' is required but not specified");
  }

  @Test
  void neverGrowsTheGridOnUpdate() {
    assertThat(refusal(() -> book.raw("A1001", List.of("x"))))
        .isEqualTo("400 Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26");
    assertThat(refusal(() -> book.raw("Z1000", List.of("x", "y"))))
        .isEqualTo(
            "400 Range (Sheet1!Z1000:AA1000) exceeds grid limits. Max rows: 1000, max columns: 26");
  }

  @Test
  void refusesValuesThatDoNotFitTheirRange() {
    assertThat(refusal(() -> book.raw("A1:B1", List.of(1), List.of(2))))
        .isEqualTo(
            "400 Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]");
    assertThat(refusal(() -> book.raw("A1:B1", List.of(1, 2, 3))))
        .isEqualTo(
            "400 Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]");
  }

  @Test
  void refusesABodyThatNamesAnotherRange() {
    var body = Workbook.values(List.of(1)).setRange("Sheet1!Z998");

    assertThat(
            refusal(
                () ->
                    book.api()
                        .values()
                        .update(book.id(), "Sheet1!Z999", body)
                        .setValueInputOption("RAW")
                        .execute()))
        .isEqualTo("400 Request range[Sheet1!Z999] does not match value's range[Sheet1!Z998]");
  }

  @Test
  void refusesRangesItCannotFind() {
    assertThat(refusal(() -> book.read("NOPE!A5:F15")))
        .isEqualTo("400 Unable to parse range: NOPE!A5:F15");
    assertThat(refusal(() -> book.read("A0"))).isEqualTo("400 Unable to parse range: A0");
    assertThat(refusal(() -> book.read("Sheet1!"))).isEqualTo("400 Unable to parse range: Sheet1!");
  }

  @Test
  void refusesACellOfMoreThanFiftyThousandCharacters() throws IOException {
    book.raw("A1", List.of("x".repeat(50_000)));

    assertThat(refusal(() -> book.raw("A2", List.of("x".repeat(50_001)))))
        .isEqualTo(
            "400 Your input contains more than the maximum of 50000 characters in a single cell.");
  }

  @Test
  void writesABatchAndAddsUpWhatItChanged() throws IOException {
    var answer =
        book.api()
            .values()
            .batchUpdate(
                book.id(),
                batch(
                    Workbook.values(List.of("a", "b")).setRange("A1:B1"),
                    Workbook.values(List.of("c", "d")).setRange("A3:B3")))
            .execute();

    assertThat(
            List.of(
                answer.getTotalUpdatedRows(),
                answer.getTotalUpdatedColumns(),
                answer.getTotalUpdatedCells(),
                answer.getTotalUpdatedSheets()))
        .containsExactly(2, 2, 4, 1);
    assertThat(answer.getResponses().getLast().getUpdatedRange()).isEqualTo("Sheet1!A3:B3");
  }

  @Test
  void writesNothingOfABatchThatIsRefused() throws IOException {
    var bad =
        batch(
            Workbook.values(List.of("a")).setRange("A1"),
            Workbook.values(List.of("b")).setRange("NOPE!A1"));

    assertThat(refusal(() -> book.api().values().batchUpdate(book.id(), bad).execute()))
        .isEqualTo("400 Unable to parse range: NOPE!A1");
    assertThat(book.read("Sheet1")).isEmpty();
  }

  private static BatchUpdateValuesRequest batch(ValueRange... data) {
    return new BatchUpdateValuesRequest().setValueInputOption("RAW").setData(List.of(data));
  }

  @Test
  void clearsValuesAndEchoesTheBoundedRange() throws IOException {
    book.raw("A1:B2", List.of(1, 2), List.of(3, 4));

    var answer = book.api().values().clear(book.id(), "B:B", new ClearValuesRequest()).execute();

    assertThat(answer.getClearedRange()).isEqualTo("Sheet1!B1:B1000");
    assertThat(book.read("Sheet1")).isEqualTo(List.of(List.of("1"), List.of("3")));
  }

  @Test
  void clearsABatchOfRanges() throws IOException {
    book.raw("A1:C1", List.of(1, 2, 3));

    var answer =
        book.api()
            .values()
            .batchClear(book.id(), new BatchClearValuesRequest().setRanges(List.of("A1", "C1:D1")))
            .execute();

    assertThat(answer.getClearedRanges()).containsExactly("Sheet1!A1", "Sheet1!C1:D1");
    assertThat(book.read("Sheet1")).isEqualTo(List.of(List.of("", "2")));
  }

  @Test
  void readsManyRangesInOneCallThoughItsAddressIsTooLong() throws IOException {
    book.raw("A1", List.of("x"));

    var answer =
        book.api()
            .values()
            .batchGet(book.id())
            .setRanges(java.util.Collections.nCopies(300, "'Sheet1'!A1"))
            .execute();

    assertThat(answer.getValueRanges())
        .hasSize(300)
        .allSatisfy(range -> assertThat(range.getValues()).isEqualTo(List.of(List.of("x"))));
  }
}
