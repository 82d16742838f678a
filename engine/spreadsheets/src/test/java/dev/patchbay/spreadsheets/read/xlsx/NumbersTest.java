package dev.patchbay.spreadsheets.read.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "-12.5",
        ".5",
        "5.",
        "68.664999999999992",
        "1E-3",
        "9007199254740993",
        "123456789012345678901234567890",
        "4.9E-324",
        "0.1",
        "41700000",
        " 3 ",
        "0.000000000000000001"
      })
  void readsWhatTheJdkReads(String text) {
    assertThat(Numbers.of(buffer(text))).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void readsAnyDoubleExactly() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double number = random.nextInt(1_000_000) / Math.pow(10, random.nextInt(9));
      assertThat(Numbers.of(buffer(Double.toString(number)))).isEqualTo(number);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "NaN", "Infinity", "1d", "0x10", "1e999", "1,5", "--1"})
  void takesNothingElseForANumber(String text) {
    assertThat(Numbers.of(buffer(text))).isNaN();
  }

  private static TextBuffer buffer(String text) {
    var buffer = new TextBuffer();
    buffer.add(text.toCharArray(), 0, text.length());
    return buffer;
  }
}
