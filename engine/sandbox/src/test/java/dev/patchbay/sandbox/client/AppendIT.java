package dev.patchbay.sandbox.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where values.append finds its table, and where it writes. */
class AppendIT {

  private Workbook book;

  @BeforeEach
  void create() throws IOException {
    book = Workbook.create();
  }

  /** The example of Google's guide: tables A1:C2 and B4:D6. */
  @ParameterizedTest
  @CsvSource({
    "Sheet1, B7",
    "B4, B7",
    "C5:D5, B7",
    "B2:D4, B7",
    "A3:G10, B7",
    "A1, A3",
    "E4, E4",
    "A4, A4"
  })
  void addsToTheTableOfTheGuide(String range, String written) throws IOException {
    book.raw("A1:C2", List.of("x", "y", "z"), List.of("x", "y", "z"));
    book.raw("B4:D6", List.of("x", "y", "z"), List.of("x", "y", "z"), List.of("x", "y", "z"));

    var answer = book.append(range, List.of("new"));

    assertThat(answer.getUpdates().getUpdatedRange()).isEqualTo("Sheet1!" + written);
  }

  @Test
  void startsAtTheFirstCellOfAnEmptySheetAndNamesNoTable() throws IOException {
    var answer = book.append("Sheet1", List.of("a", "b"));

    assertThat(answer.getTableRange()).isNull();
    assertThat(answer.getUpdates().getUpdatedRange()).isEqualTo("Sheet1!A1:B1");
  }

  @Test
  void driftsBehindABlankCellWhenOnlyTheSheetIsNamed() throws IOException {
    book.append("Sheet1", List.of("x", "", "z"));

    var answer = book.append("'Sheet1'", List.of("x", "", "z"));

    assertThat(answer.getTableRange()).isEqualTo("Sheet1!C1");
    assertThat(answer.getUpdates().getUpdatedRange()).isEqualTo("Sheet1!C2:E2");
  }

  @Test
  void staysInTheFirstColumnWhenItIsTheAnchor() throws IOException {
    book.append("Sheet1", List.of("x", "", "z"));

    var answer = book.append("'Sheet1'!A1", List.of("x", "", "z"));

    assertThat(answer.getTableRange()).isEqualTo("Sheet1!A1");
    assertThat(answer.getUpdates().getUpdatedRange()).isEqualTo("Sheet1!A2:C2");
  }

  @Test
  void writesInTheBlankRowThatIsNamed() throws IOException {
    book.raw("A1:A3", List.of("above"), List.of(""), List.of("below"));

    var answer = book.append("A2", List.of("between"));

    assertThat(answer.getTableRange()).isNull();
    assertThat(book.read("A1:A3"))
        .isEqualTo(List.of(List.of("above"), List.of("between"), List.of("below")));
  }

  @Test
  void takesColumnsAsTheMajorDimension() throws IOException {
    var columns = Workbook.values(List.of(1, 2, 3, 4), List.of(5, 6)).setMajorDimension("COLUMNS");

    var answer =
        book.api().values().append(book.id(), "B1", columns).setValueInputOption("RAW").execute();

    var updates = answer.getUpdates();
    assertThat(updates.getUpdatedRange()).isEqualTo("Sheet1!B1:C4");
    assertThat(List.of(updates.getUpdatedRows(), updates.getUpdatedColumns()))
        .containsExactly(4, 2);
    assertThat(book.read("B1:C2")).isEqualTo(List.of(List.of("1", "5"), List.of("2", "6")));
  }

  @Test
  void makesTheSheetLongerWhereItEnds() throws IOException {
    book.raw("A1000", List.of("last"));

    var answer = book.append("A1000", List.of("one more"));

    assertThat(answer.getUpdates().getUpdatedRange()).isEqualTo("Sheet1!A1001");
    assertThat(grid()).containsExactly(1001, 26);
  }

  @Test
  void movesWhatStandsBelowDownWhenRowsAreInserted() throws IOException {
    book.raw("A1:A4", List.of("table"), List.of(""), List.of("note"), List.of("note"));

    book.api()
        .values()
        .append(book.id(), "A1", Workbook.values(List.of("new")))
        .setValueInputOption("RAW")
        .setInsertDataOption("INSERT_ROWS")
        .execute();

    assertThat(book.read("A1:A5"))
        .isEqualTo(
            List.of(List.of("table"), List.of("new"), List.of(), List.of("note"), List.of("note")));
  }

  @Test
  void answersTheValuesItWroteWhenAsked() throws IOException {
    var answer =
        book.api()
            .values()
            .append(book.id(), "A1", Workbook.values(List.of("=1+1", 0.5)))
            .setValueInputOption("USER_ENTERED")
            .setIncludeValuesInResponse(true)
            .setResponseValueRenderOption("FORMULA")
            .execute();

    assertThat(answer.getUpdates().getUpdatedData().getValues())
        .isEqualTo(List.of(List.of("=1+1", new java.math.BigDecimal("0.5"))));
  }

  private List<Integer> grid() throws IOException {
    var grid = book.api().get(book.id()).execute().getSheets().getFirst().getProperties();
    return List.of(
        grid.getGridProperties().getRowCount(), grid.getGridProperties().getColumnCount());
  }
}
