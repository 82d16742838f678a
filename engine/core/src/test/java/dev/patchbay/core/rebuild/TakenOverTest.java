package dev.patchbay.core.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.row.VersionMarks;
import dev.patchbay.core.event.EventVersion;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakenOverTest {
  private static final Set<String> FILLED = Set.of("a", "b");

  /** The delivery that states a version has its number as its place. */
  private static EventVersion version(int number) {
    return new EventVersion(2, BigDecimal.valueOf(number), "", number);
  }

  private static VersionMarks marks(Map<String, Integer> columns) {
    var marks = new HashMap<String, EventVersion>();
    columns.forEach((column, number) -> marks.put(column, version(number)));
    return new VersionMarks(marks);
  }

  @Test
  void aColumnIsTakenOverIfTheDeliveryThatWroteItWasNotRead() {
    var taken =
        TakenOver.of(
            marks(Map.of("a", 3, "b", 2)), marks(Map.of("a", 1, "b", 2)), Set.of(1L, 2L), FILLED);
    assertThat(taken).isEqualTo(new TakenOver(Set.of("a"), marks(Map.of("a", 3, "b", 2))));
  }

  @Test
  void aRowOfWhichNothingWasReadIsTakenOver() {
    var standing = marks(Map.of("a", 3, "b", 2));
    assertThat(TakenOver.of(standing, VersionMarks.NONE, Set.of(), FILLED))
        .isEqualTo(new TakenOver(FILLED, standing));
  }

  @Test
  void whatRoutesMakeOfAnEventTodayHoldsWhereItWasRead() {
    var taken = TakenOver.of(marks(Map.of("a", 3)), VersionMarks.NONE, Set.of(3L), FILLED);
    assertThat(taken.columns()).isEmpty();
  }

  @Test
  void whatIsNewerInTheRebuildStays() {
    var folded = marks(Map.of("a", 4));
    assertThat(TakenOver.of(marks(Map.of("a", 3)), folded, Set.of(4L), FILLED))
        .isEqualTo(new TakenOver(Set.of(), folded));
  }

  @Test
  void aColumnThatNoRouteFillsAnyMoreIsLeft() {
    assertThat(TakenOver.of(marks(Map.of("c", 3)), VersionMarks.NONE, Set.of(), FILLED).columns())
        .isEmpty();
  }

  @Test
  void ofTwoMarksTheHigherOfEachColumnCounts() {
    assertThat(TakenOver.higher(marks(Map.of("a", 1, "b", 5)), marks(Map.of("a", 2, "c", 3))))
        .isEqualTo(marks(Map.of("a", 2, "b", 5, "c", 3)));
  }
}
