package dev.patchbay.sandbox.a1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellSpanTest {

  /** Rows and columns from 0, ends exclusive; -1 is open. */
  @ParameterizedTest
  @CsvSource({
    "A1, 0, 1, 0, 1, true",
    "$B$3, 2, 3, 1, 2, true",
    "A1:B2, 0, 2, 0, 2, false",
    "b2:a1, 0, 2, 0, 2, false",
    "D4:A1, 0, 4, 0, 4, false",
    "A:C, -1, -1, 0, 3, false",
    "1:2, 0, 2, -1, -1, false",
    "A5:A, 4, -1, 0, 1, false",
    "A2:2, 1, 2, 0, -1, false",
    "R2C3, 1, 2, 2, 3, true",
    "R1C1:R2C3, 0, 2, 0, 3, false",
    "ZZZ1, 0, 1, 18277, 18278, true"
  })
  void reads(String text, int top, int bottom, int left, int right, boolean cell) {
    var wanted = new CellSpan(at(top), at(bottom), at(left), at(right), cell);

    assertThat(CellSpan.parse(text)).contains(wanted);
  }

  private static OptionalInt at(int index) {
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "1", "A0", "1A", "A1:", ":B2", "A1:B2:C3", "AAAA1", "A-1", "A 1", "A:1"})
  void refuses(String text) {
    assertThat(CellSpan.parse(text)).isEmpty();
  }
}
