package dev.patchbay.core.delivery.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.lane.LaneHarness;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.WriteMode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldedLastRowsTest {
  @Test
  void rebuildsARowFromEverythingThatWasDeliveredForItsKey() {
    var lane = new LaneHarness(WriteMode.UPSERT);
    lane.event("k", 2, Map.of("a", "2"));
    lane.event("k", 1, Map.of("a", "1", "b", "1"));
    lane.settle();
    lane.event("k", 3, Map.of("b", "3"));
    lane.settle();
    var target = lane.ports.targets().of(1).orElseThrow();
    var rows = new FoldedLastRows(lane.ports, lane.lane, target);
    assertThat(rows.byKey(Set.of("k", "never")))
        .isEqualTo(
            Map.of(
                "k",
                new Row(
                    "k",
                    Map.of(
                        "key",
                        new Cell.Text("k"),
                        "a",
                        new Cell.Text("2"),
                        "b",
                        new Cell.Text("3")))));
  }

  @Test
  void tellsWhichDeliveriesARowIsMadeOf() {
    var lane = new LaneHarness(WriteMode.UPSERT);
    lane.event("k", 1, Map.of("a", "1", "b", "1"));
    var second = lane.event("k", 2, Map.of("key", "k", "a", "2", "b", "2"));
    var third = lane.event("k", 3, Map.of("b", "3"));
    lane.settle();
    var target = lane.ports.targets().of(1).orElseThrow();
    var rows = new FoldedLastRows(lane.ports, lane.lane, target);
    var row = Objects.requireNonNull(rows.folded(Set.of("k")).get("k"));
    assertThat(row.seqs()).containsExactlyInAnyOrder(second, third);
  }
}
