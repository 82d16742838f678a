package dev.patchbay.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DoublesTest {
  @Test
  void theFirstRowOfAKeyIsKnown() {
    var random = new SplittableRandom(7);
    var expected = new HashMap<RowKey, Integer>();
    var doubles = new Doubles();
    for (int row = 1; row <= 20_000; row++) {
      var key = new RowKey(random.nextInt(3), random.nextInt(5_000));
      var first = expected.putIfAbsent(key, row);

      assertThat(doubles.note(key, row)).isEqualTo(first == null ? 0 : first);
    }
  }
}
