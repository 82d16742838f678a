package dev.patchbay.connectors.sheets;

import static dev.patchbay.connectors.sheets.Playground.row;
import static dev.patchbay.connectors.sheets.Playground.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.WriteMode;
import dev.patchbay.testkit.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many calls a batch costs. */
class CallsTest {
  private static final int WIDTH = 15;

  private final Playground playground = new Playground();

  @AfterEach
  void close() {
    playground.close();
  }

  @Test
  void costsOneReadAndOneWriteColdAndOneWriteWarm() {
    try (var first = playground.connect()) {
      playground.sender(first).deliverForSure(List.of(row("a", "A", "new")));
    }
    playground.link().calls();
    try (var restarted = playground.connect()) {
      var sender = playground.sender(restarted);

      sender.deliverForSure(List.of(row("b", "B", "new"), state("a", "done")));
      assertThat(playground.link().calls()).containsExactly("read", "write");
      sender.deliverForSure(List.of(row("c", "C", "new"), state("b", "done")));
      assertThat(playground.link().calls()).containsExactly("write");
    }
  }

  @Test
  void createsAMissingTabWithItsColumnsAndRowsInOneWrite() {
    try (var connector = playground.connect()) {
      playground.sender(connector).deliverForSure(List.of(row("a", "A", "new")));
    }

    assertThat(playground.link().calls()).containsExactly("read", "read", "write");
  }

  @Test
  void writesFourThousandRowsOfFifteenColumnsInTwoCalls() {
    try (var connector = playground.connect()) {
      var sender = new Sender(connector, playground.target(), wide(), 1);
      sender.deliverForSure(List.of(wide(0, "first")));
      playground.link().calls();
      var rows = IntStream.range(0, 4_000).mapToObj(i -> wide(i, "second")).toList();

      sender.deliverForSure(rows);

      assertThat(playground.link().calls()).containsExactly("read", "write");
    }
    var texts = playground.person().texts(Playground.TAB);
    assertThat(texts).hasSize(4_001);
    assertThat(texts.get(4_000)).hasSize(WIDTH).first().isEqualTo("key 3999");
  }

  @Test
  void writesTenThousandRowsInTwentyWrites() {
    try (var connector = playground.connect()) {
      var sender = playground.sender(connector);
      var rows =
          IntStream.range(0, 10_000).mapToObj(i -> row("k" + i, "Title " + i, "new")).toList();

      Sender.parts(rows, 500).forEach(sender::deliverForSure);

      assertThat(playground.link().calls().stream().filter("write"::equals).count()).isEqualTo(20);
    }
    assertThat(playground.rows()).hasSize(10_000);
  }

  @Test
  void takesItsCallsOutOfTheBudgetOfProjectAndAccount() {
    var taken = new ConcurrentLinkedQueue<String>();
    try (var connector =
        playground.connect(
            Map.of(),
            playground::secret,
            budget -> {
              taken.add(budget.owner() + " " + budget.kind());
              return Duration.ZERO;
            })) {
      playground.sender(connector).deliverForSure(List.of(row("a", "A", "new")));
    }

    var owner = "google/patchbay-sandbox/robot@patchbay-sandbox.iam.gserviceaccount.com";
    assertThat(taken).containsExactly(owner + " read", owner + " read", owner + " write");
  }

  @Test
  void sendsNothingWhileTheBudgetIsUsedUp() {
    var wait = Duration.ofSeconds(17);
    try (var connector = playground.connect(Map.of(), playground::secret, _ -> wait)) {
      var preparation =
          connector.prepare(playground.sender(connector).batch(List.of(row("a", "A", "new"))));

      assertThat(preparation).isInstanceOf(Preparation.Refused.class);
      var outcome = ((Preparation.Refused) preparation).outcome();
      assertThat(outcome).isInstanceOf(Outcome.Throttled.class);
      assertThat(((Outcome.Throttled) outcome).after()).isEqualTo(wait);
    }
    assertThat(playground.link().calls()).isEmpty();
  }

  private static Layout wide() {
    var columns = new ArrayList<Column>();
    for (int i = 0; i < WIDTH; i++) {
      columns.add(new Column("c" + i, "Column " + i, CellKind.TEXT));
    }
    return new Layout(columns, "c0", WriteMode.UPSERT);
  }

  private static Row wide(int number, String text) {
    var cells = new LinkedHashMap<String, Cell>();
    for (int i = 0; i < WIDTH; i++) {
      cells.put("c" + i, new Cell.Text(text + " text of column " + i + " in row " + number));
    }
    return new Row("key " + number, cells);
  }
}
