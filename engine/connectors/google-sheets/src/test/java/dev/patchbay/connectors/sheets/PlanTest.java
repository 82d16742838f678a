package dev.patchbay.connectors.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.connectors.sheets.Columns.Placed;
import dev.patchbay.connectors.sheets.Columns.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void readsBackWhatItWrote() {
    var plan = plan(List.of(17, 18, 19, 4, -1, -1, 9, -1));

    assertThat(Plan.decode(plan.encode())).isEqualTo(plan);
  }

  @Test
  void isShortForRowsThatFollowEachOther() {
    var rows = new ArrayList<>(IntStream.range(1, 2501).boxed().toList());
    rows.addAll(Collections.nCopies(2500, -1));

    assertThat(plan(rows).encode()).contains(" 1x2500,-x2500 ").hasSizeLessThan(100);
  }

  @Test
  void refusesTheTextOfSomebodyElse() {
    assertThatThrownBy(() -> Plan.decode("{\"rows\":[]}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Plan plan(List<Integer> rows) {
    return new Plan(
        Instant.ofEpochMilli(1_792_000_000_123L),
        77,
        "Jon's cases, ää +1",
        false,
        true,
        26,
        1200,
        List.of(
            new Placed(0, State.ANCHORED),
            new Placed(7, State.FOUND),
            new Placed(26, State.MISSING)),
        rows);
  }
}
