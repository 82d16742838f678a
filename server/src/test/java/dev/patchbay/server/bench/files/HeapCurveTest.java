package dev.patchbay.server.bench.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeapCurveTest {
  @Test
  void tellsTheMostOfEachHalfAndByHowMuchTheyDiffer() {
    var curve = new HeapCurve(10, List.of(12L, 15L, 14L, 21L, 20L));

    assertThat(curve.firstHalf()).isEqualTo(15);
    assertThat(curve.secondHalf()).isEqualTo(21);
    assertThat(curve.growth()).isEqualTo(1.4);
  }

  @Test
  void needsALook() {
    assertThatThrownBy(() -> new HeapCurve(10, List.of()))
        .hasMessage("it was over before its heap was looked at");
  }

  @Test
  void aProcessTellsWhatItsHeapHolds() {
    var heap = new ServerHeap(ProcessHandle.current().pid());

    assertThat(heap.inUse()).isBetween(1L << 20, Runtime.getRuntime().maxMemory());
  }
}
