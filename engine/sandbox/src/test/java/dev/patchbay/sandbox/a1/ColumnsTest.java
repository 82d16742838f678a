package dev.patchbay.sandbox.a1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void countsInLetters() {
    assertThat(IntStream.of(0, 25, 26, 51, 52, 701, 702, 18_277).mapToObj(Columns::letters))
        .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "ZZZ");
  }

  @Test
  void readsWhatItWrites() {
    assertThat(IntStream.range(0, 18_278).filter(i -> Columns.index(Columns.letters(i)) != i))
        .isEmpty();
  }
}
