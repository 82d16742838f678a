package dev.patchbay.server.demo.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.demo.DemoSheet.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A comparison that finds nothing is worth nothing until it has found what was planted. */
class ComparisonTest {
  private static final RequestFile FILE =
      new RequestFile(
          List.of("ID", "state", "zip"),
          0,
          List.of(row("1", "open", "07030"), row("2", "open", ""), row("1", "closed", "07030")),
          List.of());

  private final List<List<Cell>> sheet =
      new ArrayList<>(
          List.of(texts("ID", "state", "zip"), texts("1", "closed", "07030"), texts("2", "open")));

  @Test
  void findsNothingInASheetThatIsRight() {
    assertThat(compared()).isEqualTo(new Findings(2, 0, 0, 0, 6, List.of()));
  }

  @Test
  void findsNothingWhenPeopleMovedColumnsAndRows() {
    sheet.clear();
    sheet.addAll(
        List.of(
            texts("zip", "ID", "state"), texts("", "2", "open"), texts("07030", "1", "closed")));

    assertThat(compared().allRight()).isTrue();
  }

  @Test
  void findsALostRow() {
    sheet.remove(2);

    assertThat(compared())
        .isEqualTo(new Findings(1, 0, 1, 0, 6, List.of("key '2' is not in the sheet")));
  }

  @Test
  void findsADoubledRow() {
    sheet.add(sheet.get(2));

    assertThat(compared())
        .isEqualTo(
            new Findings(3, 1, 0, 0, 6, List.of("key '2' stands in the sheet more than once")));
  }

  @Test
  void findsAnOlderState() {
    sheet.set(1, texts("1", "open", "07030"));

    assertThat(compared())
        .isEqualTo(
            new Findings(2, 0, 0, 1, 6, List.of("state of '1' is 'open' instead of 'closed'")));
  }

  @Test
  void findsALeadingZeroThatWasEaten() {
    sheet.set(1, List.of(Cell.text("1"), Cell.text("closed"), new Cell("7030.0", false)));

    assertThat(compared())
        .isEqualTo(
            new Findings(
                2, 0, 0, 1, 6, List.of("zip of '1' is no text but 7030.0 instead of '07030'")));
  }

  @Test
  void findsWhatNobodyOrdered() {
    sheet.add(texts("3", "open"));
    sheet.set(2, texts("2", "open", "", "stray"));

    assertThat(compared().wrong()).isEqualTo(2);
  }

  @Test
  void findsAMissingColumn() {
    sheet.set(0, texts("ID", "state"));

    assertThat(compared().allRight()).isFalse();
  }

  @Test
  void findsThatNothingArrivedAtAll() {
    sheet.clear();

    assertThat(compared().lost()).isEqualTo(2);
  }

  private Findings compared() {
    return Comparison.of(FILE, sheet);
  }

  private static RequestFile.Row row(String... cells) {
    return new RequestFile.Row(1, List.of(cells));
  }

  private static List<Cell> texts(String... cells) {
    return Stream.of(cells).map(Cell::text).toList();
  }
}
