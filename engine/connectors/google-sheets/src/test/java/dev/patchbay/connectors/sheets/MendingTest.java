package dev.patchbay.connectors.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import dev.patchbay.connectors.sheets.Columns.Placed;
import dev.patchbay.connectors.sheets.Columns.State;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MendingTest {
  private static final Layout LAYOUT =
      new Layout(
          List.of(
              new Column("id", "Id", CellKind.TEXT), new Column("state", "State", CellKind.TEXT)),
          "id",
          WriteMode.UPSERT);

  /** Rows of the tab as they are now: key and state from row 1 down. */
  private final Map<Integer, List<String>> tab = new TreeMap<>();

  /** What the hub wrote before. */
  private final Map<String, Row> last = new HashMap<>();

  @Test
  void writesNothingWhereEverythingIsInItsPlace() {
    tab.put(1, List.of("a", "new"));

    assertThat(mend(batch("a", "new"), 1)).isEqualTo(new Mending.Result(List.of(), 0));
  }

  @Test
  void givesBackWhatARowHeldAndWritesTheRightOne() {
    last.put("a", row("a", "old a"));
    last.put("b", row("b", "old b"));
    tab.put(1, List.of("b", "new"));
    tab.put(2, List.of("a", "old a"));

    var mended = mend(batch("a", "new"), 1);

    assertThat(mended.rows())
        .containsExactlyInAnyOrder(written(1, "b", "old b"), written(2, "a", "new"));
    assertThat(mended.lost()).isZero();
  }

  @Test
  void clearsTheRowOfNobodyAndAddsTheOneThatWasDeleted() {
    last.put("a", row("a", "old a"));
    tab.put(1, List.of("", "new"));

    var mended = mend(batch("a", "new"), 1);

    assertThat(mended.rows())
        .containsExactlyInAnyOrder(
            new Written(1, "", false, new TreeMap<>(Map.of(1, TypedCell.cleared()))),
            added("a", "new"));
  }

  @Test
  void saysThatItCannotRestoreTheRowOfAPerson() {
    tab.put(1, List.of("by hand", "new"));
    tab.put(2, List.of("a", "old a"));

    var mended = mend(batch("a", "new"), 1);

    assertThat(mended.lost()).isOne();
    assertThat(mended.rows()).contains(written(2, "a", "new"));
  }

  @Test
  void leavesARowAloneThatMovedAfterItWasWritten() {
    tab.put(1, List.of("b", "old b"));
    tab.put(2, List.of("a", "new"));

    assertThat(mend(batch("a", "new"), 1).rows()).isEmpty();
  }

  @Test
  void clearsASecondRowOfAKeyThatSomebodyElseAddedFirst() {
    tab.put(1, List.of("a", "theirs"));
    tab.put(2, List.of("a", "new"));
    var batch = batch("a", "new");

    var mended = mending(batch).of(List.of(added("a", "new").at(2)));

    assertThat(mended.rows())
        .containsExactlyInAnyOrder(
            written(1, "a", "new"),
            new Written(
                2,
                "",
                false,
                new TreeMap<>(Map.of(0, TypedCell.cleared(), 1, TypedCell.cleared()))));
  }

  @Test
  void restoresAHeaderThatMovedDown() {
    tab.put(1, List.of("Id", "new"));
    tab.put(2, List.of("a", "old a"));

    var mended = mend(batch("a", "new"), 1);

    assertThat(mended.rows())
        .contains(
            new Written(1, "Id", false, new TreeMap<>(Map.of(1, TypedCell.headerText("State")))));
    assertThat(mended.lost()).isZero();
  }

  private Mending.Result mend(RowBatch batch, int place) {
    var written = new Rows(LAYOUT, placed()).changed(batch.rows().getFirst(), place);
    return mending(batch).of(List.of(written));
  }

  private Mending mending(RowBatch batch) {
    var keys = new KeyColumn();
    keys.put(0, "Id");
    tab.forEach((row, texts) -> keys.put(row, texts.getFirst()));
    var now =
        new Tab(
            5,
            "Requests",
            26,
            Map.of(Anchor.column("id"), 0, Anchor.column("state"), 1),
            new TreeMap<>(Map.of(0, "Id", 1, "State")),
            OptionalInt.of(0),
            keys);
    var plan = new Plan(Instant.EPOCH, 5, "Requests", false, false, 26, 3, placed(), List.of(1));
    return new Mending(batch, plan, now, wanted -> last, this::content);
  }

  private Map<Integer, CellData> content(int row) {
    var texts = tab.getOrDefault(row, List.of("", ""));
    return Map.of(0, cell(texts.getFirst()), 1, cell(texts.getLast()));
  }

  private static CellData cell(String text) {
    return text.isEmpty()
        ? new CellData()
        : new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(text));
  }

  private static List<Placed> placed() {
    return List.of(new Placed(0, State.ANCHORED), new Placed(1, State.ANCHORED));
  }

  private static RowBatch batch(String key, String state) {
    return new RowBatch(
        new Token(1, new UUID(1, 1)),
        new Target(Map.of()),
        LAYOUT,
        List.of(row(key, state)),
        List.of("1-1"),
        List.of());
  }

  private static Row row(String key, String state) {
    return new Row(key, Map.of("state", new Cell.Text(state)));
  }

  private static Written written(int row, String key, String state) {
    return new Rows(LAYOUT, placed()).changed(row(key, state), row).at(row);
  }

  private static Written added(String key, String state) {
    return new Rows(LAYOUT, placed()).added(row(key, state));
  }
}
